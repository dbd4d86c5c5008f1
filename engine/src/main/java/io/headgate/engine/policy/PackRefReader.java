package io.headgate.engine.policy;

import io.headgate.engine.dialect.MappingReader;
import io.headgate.engine.dialect.Reading;
import io.headgate.engine.document.Node;
import io.headgate.engine.document.Node.Mapping;
import io.headgate.engine.document.Node.Scalar;
import io.headgate.engine.document.Node.Sequence;
import io.headgate.engine.policy.PackRef.Source;
import io.headgate.spi.model.Located;
import io.headgate.spi.model.Place;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/** Reads the {@code packs} of a policy. */
final class PackRefReader {

  private static final Pattern ID = Pattern.compile("[a-z][a-z0-9]*(?:-[a-z0-9]+)*");
  private static final Pattern SHA256 = Pattern.compile("[0-9a-f]{64}");

  /** Group, artifact and version: no part can lead out of a repository. */
  private static final Pattern MAVEN =
      Pattern.compile(
          "[A-Za-z0-9_-]+(?:\\.[A-Za-z0-9_-]+)*"
              + ":[A-Za-z0-9_-]+(?:\\.[A-Za-z0-9_-]+)*"
              + ":[A-Za-z0-9_+-]+(?:\\.[A-Za-z0-9_+-]+)*");

  private final Reading reading;

  PackRefReader(Reading reading) {
    this.reading = reading;
  }

  List<PackRef> read(Node packs) {
    List<PackRef> refs = new ArrayList<>();
    if (packs instanceof Sequence sequence) {
      for (Node item : sequence.items()) {
        item(item, refs);
      }
    } else if (!(packs instanceof Scalar scalar && scalar.isNull())) {
      wrong(packs.place(), "'packs' of the policy must be a list.");
    }
    return refs;
  }

  private void item(Node item, List<PackRef> refs) {
    if (item instanceof Scalar scalar) {
      Located<String> none = Located.absent("sha256", scalar.place());
      if (scalar.text().indexOf('/') >= 0) {
        path(Located.known(scalar.text(), "path", scalar.place()), none, refs);
      } else if (ID.matcher(scalar.text()).matches()) {
        refs.add(new PackRef(Source.SHIPPED, scalar.text(), scalar.place(), none));
      } else {
        wrong(
            scalar.place(),
            "'"
                + scalar.text()
                + "' is no id of a pack; a path has a slash, such as './"
                + scalar.text()
                + "'.");
      }
    } else if (item instanceof Mapping mapping) {
      MappingReader pack = MappingReader.of(mapping, "path", "a pack of the policy", reading);
      Located<String> path = pack.text("path", "path");
      Located<String> maven = pack.text("maven", "maven");
      Located<String> sha256 =
          pack.text("sha256", "sha256").map(text -> text.strip().toLowerCase(Locale.ROOT));
      pack.finish();
      if (sha256.isUnknown() || (sha256.isKnown() && !SHA256.matcher(sha256.get()).matches())) {
        wrong(sha256.place(), "'sha256' must be 64 hexadecimal digits.");
      }
      if (path.isAbsent() == maven.isAbsent()) {
        wrong(pack.head(), "A pack of the policy needs either a 'path' or 'maven'.");
      } else if (maven.isAbsent()) {
        path(path, sha256, refs);
      } else {
        maven(maven, sha256, refs);
      }
    } else {
      wrong(item.place(), "A pack must be an id, a path, or a mapping with 'path' or 'maven'.");
    }
  }

  private void path(Located<String> path, Located<String> sha256, List<PackRef> refs) {
    String text = path.orElse("");
    if (text.isEmpty() || text.contains("${") || text.contains("{{")) {
      wrong(path.place(), "The path of a pack must be written out.");
    } else if (text.startsWith("/") || text.startsWith("~") || text.indexOf('\\') >= 0) {
      wrong(
          path.place(),
          "The path '"
              + text
              + "' is another on every machine; write it relative to the policy, with slashes.");
    } else {
      refs.add(new PackRef(Source.PATH, text, path.place(), sha256));
    }
  }

  private void maven(Located<String> maven, Located<String> sha256, List<PackRef> refs) {
    String text = maven.orElse("");
    if (MAVEN.matcher(text).matches()) {
      refs.add(new PackRef(Source.MAVEN, text, maven.place(), sha256));
    } else {
      wrong(maven.place(), "'maven' must be 'group:artifact:version', but is '" + text + "'.");
    }
  }

  private void wrong(Place place, String message) {
    reading.unreadable(place, "", message);
  }
}
