package io.headgate.engine.pack;

import io.headgate.engine.dialect.MappingReader;
import io.headgate.engine.dialect.Reading;
import io.headgate.engine.document.Documents;
import io.headgate.engine.document.Node.Mapping;
import io.headgate.engine.document.SourceText;
import io.headgate.engine.error.UserError;
import io.headgate.spi.model.Located;
import io.headgate.spi.model.Place;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** {@code headgate.lock}: the packs of a policy as they were when it was written. */
final class LockFile {

  /** The name of the file, beside the policy. */
  static final String FILE = "headgate.lock";

  /** What to run when it does not fit. */
  static final String COMMAND = "'headgate pack lock'";

  private final String shown;
  private final Map<String, Locked> packs;

  private LockFile(String shown, Map<String, Locked> packs) {
    this.shown = shown;
    this.packs = packs;
  }

  /** A pack as it was. */
  private record Locked(String version, String digest, Place place) {}

  /**
   * Reads it.
   *
   * @throws UserError with all mistakes in it
   */
  static LockFile read(SourceText source) {
    Reading reading = new Reading(source);
    Documents documents = Documents.read(source);
    reading.problems(documents.problems());
    Map<String, Locked> packs = new TreeMap<>();
    if (documents.documents().size() == 1
        && documents.documents().get(0).root() instanceof Mapping mapping) {
      MappingReader root = MappingReader.of(mapping, "version", "the lock file", reading);
      Located<Integer> version = root.integer("version", "version");
      if (!version.is(1)) {
        reading.unreadable(
            version.place(),
            "",
            "This headgate reads lock files of version 1; run " + COMMAND + ".");
      }
      for (Mapping item : root.mappings("packs")) {
        MappingReader pack = MappingReader.of(item, "id", "a locked pack", reading);
        Located<String> id = pack.required("id", pack.text("id", "id"));
        Located<String> its = pack.required("version", pack.text("version", "version"));
        Located<String> digest = pack.required("sha256", pack.text("sha256", "sha256"));
        pack.finish();
        if (packs.put(id.orElse(""), new Locked(its.orElse(""), digest.orElse(""), digest.place()))
            != null) {
          reading.unreadable(id.place(), "", "The pack '" + id + "' is locked twice.");
        }
      }
      root.finish();
    } else if (documents.problems().isEmpty()) {
      reading.unreadable(
          Place.startOf(source.file()), "", "This is no lock file; run " + COMMAND + ".");
    }
    reading.stopAtMistakes();
    return new LockFile(source.file(), packs);
  }

  /**
   * Refuses a pack that is another than the one that was locked.
   *
   * @param named where the policy names it
   */
  void refuseOther(OpenPack pack, Place named) {
    Locked locked = packs.get(pack.id());
    if (locked == null) {
      throw new UserError(
          named,
          "The pack '"
              + pack.id()
              + "' is not in '"
              + shown
              + "'. Run "
              + COMMAND
              + " and commit what it writes.");
    }
    if (!locked.digest().equals(pack.digest())) {
      throw new UserError(
          locked.place(),
          "The pack '"
              + pack.id()
              + "' (named at "
              + named
              + ") is not the one that was locked: its digest is "
              + pack.digest()
              + (locked.version().equals(pack.version())
                  ? ""
                  : ", and its version " + pack.version() + " instead of " + locked.version())
              + ". If that is meant, run "
              + COMMAND
              + " and commit what it writes.");
    }
  }

  /** The text of the file for some packs. */
  static String text(Collection<OpenPack> packs) {
    List<OpenPack> sorted = new ArrayList<>(packs);
    sorted.sort(Comparator.comparing(OpenPack::id));
    StringBuilder out =
        new StringBuilder("# Written by 'headgate pack lock'; commit it.\nversion: 1\n");
    out.append(sorted.isEmpty() ? "packs: []\n" : "packs:\n");
    for (OpenPack pack : sorted) {
      // An id is kebab case, a version three numbers and harmless letters: nothing needs quotes,
      // but a version of digits alone would not be a text to every reader.
      out.append("- id: ").append(pack.id()).append('\n');
      out.append("  version: \"").append(pack.version()).append("\"\n");
      out.append("  sha256: ").append(pack.digest()).append('\n');
    }
    return out.toString();
  }
}
