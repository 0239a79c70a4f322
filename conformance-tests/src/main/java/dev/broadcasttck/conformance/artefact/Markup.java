package dev.broadcasttck.conformance.artefact;

import java.io.StringWriter;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import javax.xml.transform.OutputKeys;
import javax.xml.transform.Transformer;
import javax.xml.transform.TransformerException;
import javax.xml.transform.TransformerFactory;
import javax.xml.transform.dom.DOMSource;
import javax.xml.transform.stream.StreamResult;
import org.w3c.dom.Element;

/** An element of XML; what XML cannot hold stands there as {@code \\uXXXX}. */
record Markup(Element element) {

  static Markup root(String namespace, String name) {
    try {
      var document = DocumentBuilderFactory.newInstance().newDocumentBuilder().newDocument();
      Element element = document.createElementNS(namespace, name);
      document.appendChild(element);
      return new Markup(element);
    } catch (ParserConfigurationException e) {
      throw new IllegalStateException("every Java can build XML", e);
    }
  }

  /** A child in the same namespace as its parent. */
  Markup child(String name) {
    String namespace = element.getNamespaceURI();
    return child(namespace == null ? "" : namespace, name);
  }

  Markup child(String namespace, String name) {
    Element child = element.getOwnerDocument().createElementNS(namespace, name);
    element.appendChild(child);
    return new Markup(child);
  }

  Markup with(String attribute, Object value) {
    element.setAttribute(attribute, legal(value.toString()));
    return this;
  }

  Markup text(String text) {
    element.appendChild(element.getOwnerDocument().createTextNode(legal(text)));
    return this;
  }

  /** The whole document that it stands in. */
  String document() {
    try {
      Transformer transformer = TransformerFactory.newInstance().newTransformer();
      transformer.setOutputProperty(OutputKeys.INDENT, "yes");
      StringWriter text = new StringWriter();
      element.getOwnerDocument().setXmlStandalone(true);
      transformer.transform(new DOMSource(element.getOwnerDocument()), new StreamResult(text));
      return text + "\n";
    } catch (TransformerException e) {
      throw new IllegalStateException("every Java can write XML", e);
    }
  }

  private static String legal(String text) {
    StringBuilder legal = new StringBuilder();
    text.codePoints()
        .forEach(
            it -> {
              if (isLegal(it)) {
                legal.appendCodePoint(it);
              } else {
                legal.append("\\u%04x".formatted(it));
              }
            });
    return legal.toString();
  }

  private static boolean isLegal(int codePoint) {
    return codePoint == '\n'
        || codePoint == '\t'
        || (codePoint >= 0x20 && codePoint <= 0xD7FF)
        || (codePoint >= 0xE000 && codePoint <= 0xFFFD)
        || codePoint >= 0x10000;
  }
}
