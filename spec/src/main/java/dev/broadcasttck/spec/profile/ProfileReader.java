package dev.broadcasttck.spec.profile;

import dev.broadcasttck.spec.rule.Party;
import dev.broadcasttck.spec.source.Row;
import dev.broadcasttck.spec.source.YamlDocument;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;

/** Turns a document that has the shape of {@code profile.schema.json} into a profile. */
public final class ProfileReader {
  private ProfileReader() {}

  public static Profile read(YamlDocument document) {
    Row row = new Row(document.root());
    Set<Party> judges = EnumSet.noneOf(Party.class);
    row.words("judges").forEach(party -> judges.add(Party.valueOf(party.toUpperCase(Locale.ROOT))));
    return new Profile(
        row.word("name"),
        row.word("version"),
        row.word("title"),
        row.word("description"),
        judges,
        row.text("minimum-grade"),
        row.words("rules"));
  }
}
