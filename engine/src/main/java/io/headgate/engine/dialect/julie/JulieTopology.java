package io.headgate.engine.dialect.julie;

import io.headgate.engine.dialect.ImpliedAcls;
import io.headgate.engine.dialect.MappingReader;
import io.headgate.engine.dialect.Reading;
import io.headgate.engine.document.Node;
import io.headgate.engine.document.Node.Entry;
import io.headgate.engine.document.Node.Mapping;
import io.headgate.engine.document.Node.Scalar;
import io.headgate.spi.Nearest;
import io.headgate.spi.model.Located;
import java.util.ArrayList;
import java.util.List;

/**
 * A topology. The prefix of a project is the context, the values of all free keys at the root in
 * the order of the file, and the name of the project; a topic adds its name and its data type
 * ({@code ProjectImpl} and {@code TopicImpl} of JulieOps, with the format that holds where the
 * configuration gives no other).
 */
final class JulieTopology {

  /** What stands between the parts of a name where the configuration says nothing else. */
  static final String SEPARATOR = ".";

  private static final List<String> ROOT =
      List.of("context", "projects", "platform", "special_topics");

  private JulieTopology() {}

  static void read(Mapping root, Reading reading) {
    MappingReader reader = MappingReader.of(root, "context", "a topology", reading);
    ImpliedAcls acls = new ImpliedAcls(reading);
    Located<String> prefix = prefix(reader, root, reading);
    String context = reader.text("context", "context").toString();
    for (Mapping mapping : reader.mappings("projects")) {
      MappingReader project = MappingReader.of(mapping, "name", "a project", reading);
      Located<String> own = joined(prefix, project.name("name"));
      if (own.isKnown()) {
        reading.object("julie/project/" + context + "/" + mapping.text("name"));
      }
      JulieProject.read(project, own, acls, reading);
    }
    JulieTopics special = new JulieTopics(null, acls, reading);
    for (Mapping mapping : reader.mappings("special_topics")) {
      special.read(mapping);
    }
    MappingReader platform = reader.mapping("platform");
    if (platform != null) {
      JuliePlatform.read(platform, acls, reading);
    }
  }

  /** The context and the free keys; unknown as soon as one of them is. */
  private static Located<String> prefix(MappingReader reader, Mapping root, Reading reading) {
    Located<String> prefix = reader.required("context", reader.text("context", "name"));
    List<String> known = new ArrayList<>(ROOT);
    for (Entry entry : root.entries()) {
      String key = entry.key().text();
      if (ROOT.contains(key)) {
        continue;
      }
      Node value = entry.value();
      if (value instanceof Scalar scalar && !scalar.isNull()) {
        prefix = joined(prefix, MappingReader.located(scalar, "name"));
      } else {
        reading.unreadable(
            entry.key().place(),
            key,
            "JulieOps takes the key '"
                + key
                + "' of a topology for a part of the names of its topics, so it must have a single"
                + " value."
                + Nearest.hint(key, known));
        prefix = Located.unknown("name", entry.key().place());
      }
    }
    return prefix;
  }

  /** A name with one more part, placed at that part. */
  static Located<String> joined(Located<String> prefix, Located<String> part) {
    return prefix.isKnown() && part.isKnown()
        ? Located.known(prefix.get() + SEPARATOR + part.get(), "name", part.place())
        : Located.unknown("name", part.place());
  }
}
