package io.headgate.live;

import io.headgate.engine.document.Node;
import io.headgate.engine.document.Node.Mapping;
import io.headgate.engine.document.Node.Scalar;
import io.headgate.engine.document.Node.Sequence;
import io.headgate.live.Running.Gap;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Asks a registry with the API of Confluent's for the latest version of each subject. */
final class RegistryReader {

  private static final String SUBJECTS = "/subjects";

  private final Http http;
  private final List<Gap> gaps;
  private int closed;

  private RegistryReader(Http http, List<Gap> gaps) {
    this.http = http;
    this.gaps = gaps;
  }

  static List<Running.Subject> read(Source source, Duration timeout, List<Gap> gaps) {
    try (Http http = new Http(source, "The registry", timeout)) {
      return new RegistryReader(http, gaps).subjects();
    }
  }

  /** The level of subjects that have none of their own; null where it may not be read. */
  static @Nullable String level(Source source, Duration timeout) {
    RegistryReader reader =
        new RegistryReader(new Http(source, "The registry", timeout), new ArrayList<>());
    try {
      return reader.levelAt("/config");
    } catch (Http.Forbidden e) {
      return null;
    }
  }

  private List<Running.Subject> subjects() {
    List<Running.Subject> subjects = new ArrayList<>();
    Node answer;
    try {
      answer = http.getThere(SUBJECTS);
    } catch (Http.Forbidden e) {
      gaps.add(
          new Gap(
              "subjects",
              "The registry does not let this user list its subjects. Give a user who may with"
                  + " HEADGATE_REGISTRY_USER."));
      return subjects;
    }
    if (!(answer instanceof Sequence names)) {
      throw http.unexpected(SUBJECTS);
    }
    for (Node item : names.items()) {
      if (!(item instanceof Scalar name)) {
        throw http.unexpected(SUBJECTS);
      }
      Running.Subject subject = subject(name.text());
      if (subject != null) {
        subjects.add(subject);
      }
    }
    if (closed > 0) {
      gaps.add(
          new Gap(
              "subjects",
              "The registry does not let this user read "
                  + closed
                  + (closed == 1 ? " subject" : " subjects")
                  + ". Give a user who may with HEADGATE_REGISTRY_USER."));
    }
    subjects.sort(Comparator.comparing(Running.Subject::name));
    return subjects;
  }

  /** The subject, or null if it has gone since it was listed or may not be read. */
  private Running.@Nullable Subject subject(String name) {
    String path = SUBJECTS + "/" + Http.part(name) + "/versions/latest";
    try {
      Node answer = http.get(path);
      if (answer == null) {
        return null;
      }
      if (!(answer instanceof Mapping version)) {
        throw http.unexpected(path);
      }
      String schema = version.text("schema");
      if (schema == null) {
        throw http.unexpected(path);
      }
      String type = version.text("schemaType");
      return new Running.Subject(
          name,
          type == null ? "AVRO" : type,
          schema,
          compatibility(name),
          references(version.get("references")));
    } catch (Http.Forbidden e) {
      closed++;
      return null;
    }
  }

  /** The subject's own level; the registry answers 404 where it has none. */
  private @Nullable String compatibility(String name) throws Http.Forbidden {
    return levelAt("/config/" + Http.part(name));
  }

  private @Nullable String levelAt(String path) throws Http.Forbidden {
    Node answer = http.get(path);
    if (answer == null) {
      return null;
    }
    String level =
        answer instanceof Mapping config
            ? config.entry("compatibilityLevel") == null
                ? config.text("compatibility")
                : config.text("compatibilityLevel")
            : null;
    if (level == null) {
      throw http.unexpected(path);
    }
    return level;
  }

  private static Map<String, String> references(@Nullable Node node) {
    Map<String, String> references = new TreeMap<>();
    if (node instanceof Sequence list) {
      for (Node item : list.items()) {
        if (item instanceof Mapping one) {
          String name = one.text("name");
          String subject = one.text("subject");
          if (name != null && subject != null) {
            references.put(name, subject + " " + one.text("version"));
          }
        }
      }
    }
    return references;
  }
}
