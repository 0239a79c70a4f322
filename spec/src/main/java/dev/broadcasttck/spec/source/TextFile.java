package dev.broadcasttck.spec.source;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Locale;

/** A file of somebody else's, which may be missing, huge or no text at all. */
public final class TextFile {
  private TextFile() {}

  /** The file's text, or an empty one if there is a problem with it. */
  public static String read(Path path, Problems problems) {
    Location start = new Location(path.toString(), 1, 1);
    if (Files.isDirectory(path)) {
      problems.add(start, "this is a folder, give a file");
      return "";
    }
    // What is read from a pipe or a device may never end.
    if (Files.exists(path) && !Files.isRegularFile(path)) {
      problems.add(start, "this is a pipe or a device, give a file");
      return "";
    }
    return readRegular(path, start, problems);
  }

  private static String readRegular(Path path, Location start, Problems problems) {
    try {
      long bytes = Files.size(path);
      if (bytes > 4L * YamlSource.LONGEST) {
        problems.add(
            start, String.format(Locale.ROOT, "the file has %,d bytes, which is too much", bytes));
        return "";
      }
      ByteBuffer content = ByteBuffer.wrap(Files.readAllBytes(path));
      return StandardCharsets.UTF_8.newDecoder().decode(content).toString();
    } catch (CharacterCodingException notUtf8) {
      problems.add(start, "the file is not UTF-8 text");
    } catch (IOException unreadable) {
      problems.add(start, "the file cannot be read: " + why(unreadable));
    }
    return "";
  }

  /** What the system says of a path, which often is the path alone. */
  public static String why(IOException unreadable) {
    if (unreadable instanceof NoSuchFileException) {
      return "it is not there";
    } else if (unreadable instanceof AccessDeniedException) {
      return "access is denied";
    }
    return unreadable instanceof FileSystemException system && system.getReason() != null
        ? system.getReason()
        : String.valueOf(unreadable.getMessage());
  }
}
