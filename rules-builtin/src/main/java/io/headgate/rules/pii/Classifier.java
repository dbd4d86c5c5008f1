package io.headgate.rules.pii;

import io.headgate.spi.model.Field;
import io.headgate.spi.model.Schema;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Finds the fields of a schema that look personal. Only names, types and documentation count; the
 * explicit classifications of {@link Marks} are none of its business.
 */
final class Classifier {

  private static final int HINT = 5;
  private static final int SUPPORT = 15;
  private static final int STRONG_SUPPORT = Reading.MOST;

  /** The score of a name that needs but little context. */
  private static final int FAIR = 60;

  /** The score of a name that needs no context. */
  private static final int PLAIN = 70;

  private final Words words;
  private final NameReader reader;
  private final Envelope envelope;
  private final List<Field> fields;

  private Classifier(String topic, List<Field> fields, int packs) {
    List<String> names = new ArrayList<>(fields.size() + 1);
    names.add(topic);
    for (Field field : fields) {
      names.add(own(field.path()));
    }
    this.words = new Words(names, packs);
    this.reader = new NameReader(topic, words);
    this.envelope = Envelope.of(fields);
    this.fields = fields;
  }

  /**
   * The fields that look personal at least to a medium degree, in the order of the schema.
   *
   * @param packs the bits of the packs of the vocabulary that are on
   */
  static List<Detection> classify(Schema schema, int packs) {
    return new Classifier(schema.topic(), schema.fields(), packs).classify();
  }

  /** Whether a name or dotted path looks personal by itself to a high degree. */
  static boolean isPersonalName(String path) {
    NameReader reader = new NameReader("", new Words(List.of(path), Vocabulary.ALL));
    Reading reading = reader.read(path.split("\\."), Shape.UNKNOWN);
    return reading != null
        && !reading.alone()
        && !reading.disguised()
        && reading.score() >= Detection.HIGH;
  }

  private List<Detection> classify() {
    Reading[] readings = new Reading[fields.size()];
    Map<String, Family> families = new HashMap<>();
    for (int i = 0; i < readings.length; i++) {
      Field field = fields.get(i);
      String path = envelope.inner(field.path());
      Shape shape = Shape.of(field);
      if (path == null) {
        continue;
      }
      if (words.isKey(own(path), shape == Shape.RECORD)) {
        family(families, path).keyed = true;
      }
      if (shape == Shape.RECORD) {
        continue;
      }
      readings[i] = read(field, path, shape);
      if (readings[i] != null) {
        family(families, path).add(path, readings[i]);
      }
    }
    List<Detection> detections = new ArrayList<>();
    for (int i = 0; i < readings.length; i++) {
      Reading reading = readings[i];
      String path = envelope.inner(fields.get(i).path());
      if (reading != null && path != null) {
        Detection detection = weigh(fields.get(i), reading, kinship(families, path, reading));
        if (detection != null) {
          detections.add(detection);
        }
      }
    }
    return detections;
  }

  private static Family family(Map<String, Family> families, String path) {
    String parent = parent(path);
    Family family = families.get(parent);
    if (family == null) {
      family = new Family();
      families.put(parent, family);
    }
    return family;
  }

  private static String own(String path) {
    return path.substring(path.lastIndexOf('.') + 1);
  }

  private static String parent(String path) {
    return path.substring(0, Math.max(0, path.lastIndexOf('.')));
  }

  /** The name, and what documentation and format add to it. */
  private @Nullable Reading read(Field field, String path, Shape shape) {
    Reading name = reader.read(path.split("\\."), shape);
    List<PersonalData> documented = words.named(field.documentation());
    String format = field.properties().getOrDefault("format", "");
    PersonalData formatted =
        format.equals("email") || format.equals("idn-email") ? PersonalData.EMAIL : null;
    if (name != null) {
      boolean agreed = documented.contains(name.type()) || name.type() == formatted;
      return agreed ? name.with(SUPPORT, "so says its documentation or format") : name;
    }
    if (formatted != null) {
      return Reading.of(formatted, 65, "format '" + format + "'");
    }
    if (!documented.isEmpty()
        && documented.get(0).fits(shape)
        && words.namesPerson(field.documentation())
        && !words.endsInAspect(field.name().toString())) {
      return Reading.of(documented.get(0), 60, "its documentation");
    }
    return null;
  }

  /** The personal fields of one record. */
  private static final class Family {
    private final Set<String> personal = new HashSet<>();
    private final Set<String> plain = new HashSet<>();

    /** Whether a field is the key of a person. */
    private boolean keyed;

    /** Whether a field is such as only persons have. */
    private boolean human;

    private void add(String path, Reading reading) {
      if (!reading.alone() && reading.score() >= Detection.MEDIUM) {
        personal.add(path);
        human |= !reading.type().isSharedWithThings();
        if (reading.score() >= PLAIN) {
          plain.add(path);
        }
      }
    }

    /** What the others say about one of them: nothing, or that it is a record about a person. */
    private int support(String path) {
      int others = personal.size() - (personal.contains(path) ? 1 : 0);
      int plainOthers = plain.size() - (plain.contains(path) ? 1 : 0);
      return plainOthers >= 3 ? STRONG_SUPPORT : others >= 2 ? SUPPORT : 0;
    }
  }

  /** The support by the fields of the same record and of the one around it. */
  private static int kinship(Map<String, Family> families, String path, Reading reading) {
    String parent = parent(path);
    Family family = families.get(parent);
    int support = family == null ? 0 : family.support(path);
    boolean keyed = family != null && family.keyed;
    boolean human = family != null && family.human;
    Family around = parent.isEmpty() ? null : families.get(parent(parent));
    if (around != null) {
      support = reading.alone() ? support : Math.max(support, around.support(path));
      keyed |= around.keyed;
      human |= around.human;
    }
    if (!keyed && !human) {
      support =
          reading.alone() ? 0 : Math.min(support, HINT); // shops have streets and telephones too
    }
    // A name beside the key of a customer may be that of a product.
    boolean vague = reading.quiet() && reading.score() < FAIR;
    return Math.min(reading.kin(), keyed && !vague ? Math.max(support, SUPPORT) : support);
  }

  private static @Nullable Detection weigh(Field field, Reading reading, int kinship) {
    if (reading.alone() && kinship == 0) {
      return null;
    }
    Reading weighed =
        kinship == 0 ? reading : reading.with(kinship, "beside other personal fields");
    int score = Math.min(100, weighed.score());
    if (weighed.type() == PersonalData.FREE_TEXT && weighed.quiet()) {
      // A note may hold personal data, which no name proves; what a person wrote does.
      score = Math.min(score, Detection.HIGH - 1);
    }
    if (weighed.disguised()) {
      score = Math.min(score, score >= Detection.HIGH ? Detection.HIGH - 1 : Detection.MEDIUM - 1);
    }
    return score < Detection.MEDIUM
        ? null
        : new Detection(field, weighed.type(), score, List.copyOf(weighed.evidence()));
  }
}
