package io.headgate.engine.policy;

import io.headgate.engine.catalog.Catalog;
import io.headgate.engine.dialect.MappingReader;
import io.headgate.engine.dialect.Reading;
import io.headgate.spi.Nearest;
import io.headgate.spi.model.Located;
import io.headgate.spi.model.Place;
import java.util.LinkedHashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads what a policy says about baseline and waivers; what is in their files, others read. */
final class OwnFilesReader {

  private final Reading reading;
  private final String directory;

  /**
   * A reader.
   *
   * @param directory the directory of the policy, with a slash at its end; empty for the root
   */
  OwnFilesReader(Reading reading, String directory) {
    this.reading = reading;
    this.directory = directory;
  }

  /** The baseline by its name alone. */
  @Nullable Baseline baseline(MappingReader root) {
    NamedFile file = file(root, "baseline", "baseline");
    return file == null ? null : Baseline.named(file);
  }

  /** The waivers by their file's name alone, and what holds for all of them. */
  Waivers waivers(MappingReader root, Catalog catalog) {
    NamedFile file = file(root, "waivers", "file of waivers");
    Set<String> unwaivable = new LinkedHashSet<>();
    for (Located<String> rule : root.textOrTexts("unwaivable", "unwaivable")) {
      String id = rule.orElse("");
      if (rule.isKnown() && catalog.lacks(id)) {
        wrong(rule.place(), "There is no rule '" + id + "'." + Nearest.hint(id, catalog.ids()));
      }
      unwaivable.add(id);
    }
    boolean inline =
        root.word("inline-waivers", "inline-waivers", RuleConfigReader::bool, "true or false")
            .orElse(false);
    NamedFile home =
        file == null ? new NamedFile("policy", "", Place.startOf(reading.file()), directory) : file;
    return Waivers.named(file, home, unwaivable, inline);
  }

  private @Nullable NamedFile file(MappingReader root, String key, String what) {
    Located<String> file = root.text(key, key);
    if (file.isAbsent()) {
      return null;
    }
    String text = file.orElse("");
    String normal = PolicyReader.normal(text);
    if (text.isBlank() || text.chars().anyMatch(Character::isISOControl)) {
      wrong(file.place(), "The file of the " + key + " must be written out.");
    } else if (text.startsWith("/")
        || text.startsWith("~")
        || text.indexOf('\\') >= 0
        || normal.isEmpty()
        || normal.startsWith("..")) {
      wrong(
          file.place(),
          "The "
              + what
              + " '"
              + text
              + "' leads out of the directory of the policy; write a path relative to the policy,"
              + " with slashes.");
    }
    return new NamedFile(what, normal, file.place(), directory);
  }

  private void wrong(Place place, String message) {
    reading.unreadable(place, "", message);
  }
}
