package io.headgate.engine.lineage.connect;

import static org.assertj.core.api.Assertions.assertThat;

import io.headgate.engine.lineage.support.Landscape;
import io.headgate.spi.model.FieldRef;
import io.headgate.spi.model.Flow;
import io.headgate.spi.model.Lineage;
import io.headgate.spi.model.Remark;
import io.headgate.spi.model.Schema.Side;
import io.headgate.spi.model.Trail;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What connectors take out of topics, bring into them, and fail to hide. */
class ConnectorsTest {

  private static final String MASK =
      """
      transforms=t
      transforms.t.type=org.apache.kafka.connect.transforms.MaskField$Value
      transforms.t.fields=%s
      """;

  private static Landscape people() {
    return Landscape.of()
        .topic("people")
        .topic("db.a")
        .topic("db.b")
        .topic("dc")
        .value("people", "email", "home.street", "home.street.no", "home.city")
        .key("people", "id", "code")
        .value("other", "name", "phone")
        .value("db.a", "x")
        .value("db.b", "x")
        .value("dc", "x");
  }

  private static Lineage sink(String topics, String properties) {
    return people().connector("sink", "topics=" + topics + "\n" + properties).bundle().lineage();
  }

  private static Lineage source(String properties) {
    return people().connector("source", properties).bundle().lineage();
  }

  private static List<String> missed(Lineage lineage) {
    return texts(lineage, Remark.About.MISSED_FIELD);
  }

  private static List<String> texts(Lineage lineage, Remark.About about) {
    return lineage.remarks(about).stream().map(remark -> remark.text().get()).toList();
  }

  private static String effects(Lineage lineage, Side side, String path) {
    return String.join(
        " ",
        lineage.from(new FieldRef("people", side, path)).stream()
            .map(flow -> flow.effect().word())
            .toList());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "email; ",
        "home; ",
        "home.street; but it knows only the fields at the root of a record",
        "street; but the field is 'home.street', and it knows only the fields at the root of a"
            + " record",
        "nobody; ",
        "emial; but the records have no such field, only 'email'",
        "code; but that field is in the key, and it changes the value",
      })
  void saysWhyAMaskMissesItsField(String field, String reason) {
    List<String> said = missed(sink("people", MASK.formatted(field)));

    if (reason == null) {
      assertThat(said).isEmpty();
    } else {
      assertThat(said)
          .containsExactly("transform 't' (MaskField) names field '" + field + "', " + reason);
    }
  }

  @Test
  void saysThatAMaskOfTheKeyMissesTheValue() {
    Lineage lineage = sink("people", MASK.formatted("email").replace("$Value", "$Key"));

    assertThat(missed(lineage))
        .singleElement()
        .asString()
        .endsWith("names field 'email', but that field is in the value, and it changes the key");
    assertThat(
            effects(sink("people", MASK.formatted("id").replace("$Value", "$Key")), Side.KEY, "id"))
        .isEqualTo("mask");
  }

  @Test
  void whatAMaskDoesForOneTopicItIsThereFor() {
    assertThat(missed(sink("people,other", MASK.formatted("email,phone")))).isEmpty();
    assertThat(missed(sink("people,other", MASK.formatted("email,emial"))))
        .singleElement()
        .asString()
        .contains("'emial'");
    assertThat(missed(sink("people,unknown", MASK.formatted("emial")))).isEmpty();
  }

  @Test
  void eachMaskSaysItsOwn() {
    Lineage lineage =
        people()
            .connector("one", "topics=people\n" + MASK.formatted("emial"))
            .connector("two", "topics=people\n" + MASK.formatted("emial, emial"))
            .bundle()
            .lineage();

    assertThat(lineage.remarks(Remark.About.MISSED_FIELD))
        .extracting(remark -> remark.through().ref().name())
        .containsExactly("one");
    assertThat(lineage.remarks(Remark.About.UNREADABLE_SQL)).isEmpty();
  }

  @Test
  void aProtectionThatIsNotListedIsNeverApplied() {
    String type = "transforms.%s.type=org.apache.kafka.connect.transforms.%s\n";
    Lineage lineage =
        sink(
            "people",
            type.formatted("m", "MaskField$Value")
                + type.formatted("r", "ReplaceField$Value")
                + "transforms.r.exclude=email\n"
                + type.formatted("q", "ReplaceField$Value")
                + "transforms.q.renames=a:b\n"
                + type.formatted("b", "ReplaceField$Value")
                + "transforms.b.blacklist=email\n"
                + type.formatted("f", "Flatten$Value")
                + type.formatted("x.y", "MaskField$Value")
                + "transforms.z.type=com.acme.MaskField$Value\n"
                + type.formatted("", "MaskField$Value"));

    assertThat(missed(lineage))
        .containsExactly(
            "transform 'm' (MaskField) is not listed in 'transforms'",
            "transform 'r' (ReplaceField) is not listed in 'transforms'",
            "transform 'b' (ReplaceField) is not listed in 'transforms'");
    assertThat(lineage.remarks(Remark.About.MISSED_FIELD).get(0).text().attribute())
        .isEqualTo("config.transforms.m.type");
  }

  @Test
  void anExclusionMayMissItsFieldToo() {
    String replace = MASK.replace("MaskField", "ReplaceField").replace("t.fields", "t.exclude");

    assertThat(missed(sink("people", replace.formatted("street"))))
        .singleElement()
        .asString()
        .startsWith("transform 't' (ReplaceField) names field 'street', but the field is");
    Lineage both =
        sink(
            "people",
            replace.formatted("email") + "transforms.t.renames=home:place, x.y:z, odd, :w\n");
    assertThat(effects(both, Side.VALUE, "email")).isEmpty();
    assertThat(effects(both, Side.VALUE, "home.city")).isEqualTo("copy");
  }

  @ParameterizedTest
  @CsvSource({
    "io.confluent.connect.transforms.Drop$Value, '', copy",
    "io.confluent.connect.transforms.Drop$Key, copy, ''",
    "io.confluent.connect.transforms.TombstoneHandler, copy, copy",
    "io.confluent.connect.transforms.Filter$Key, copy, copy",
    "io.debezium.transforms.ByLogicalTableRouter, copy, copy",
    "com.acme.MaskField$Value, opaque, opaque"
  })
  void knowsSomeOfOthers(String type, String value, String key) {
    Lineage lineage = sink("people", "transforms=t\ntransforms.t.type=" + type);

    assertThat(effects(lineage, Side.VALUE, "email")).isEqualTo(value);
    assertThat(effects(lineage, Side.KEY, "id")).isEqualTo(key);
    assertThat(texts(lineage, Remark.About.UNKNOWN_TRANSFORM))
        .hasSize(value.equals("opaque") ? 1 : 0);
  }

  @Test
  void whatItDoesNotKnowIsSaidOnceForAllTopics() {
    Lineage lineage = sink("people,other", "transforms=t\ntransforms.t.type=com.acme.Scrub");

    assertThat(texts(lineage, Remark.About.UNKNOWN_TRANSFORM))
        .containsExactly("what transform 't' does is not known");
  }

  @Test
  void unpackedEventsKeepTheirKey() {
    Lineage lineage =
        sink(
            "people",
            "transforms=t\ntransforms.t.type=io.debezium.transforms.ExtractNewRecordState");

    assertThat(effects(lineage, Side.KEY, "id")).isEqualTo("copy");
    assertThat(effects(lineage, Side.VALUE, "before.email")).isEqualTo("copy");
  }

  @Test
  void whatAValueGivesToTheKeyIsMaskedThere() {
    Lineage lineage =
        sink(
            "people",
            """
            transforms=h,k,m
            transforms.h.type=org.apache.kafka.connect.transforms.HoistField$Key
            transforms.h.field=was
            transforms.k.type=org.apache.kafka.connect.transforms.ValueToKey
            transforms.k.fields=email
            transforms.m.type=org.apache.kafka.connect.transforms.MaskField$Key
            transforms.m.fields=email
            """);

    assertThat(effects(lineage, Side.VALUE, "email")).isEqualTo("copy mask");
    assertThat(effects(lineage, Side.KEY, "id")).isEmpty();
    assertThat(missed(lineage)).isEmpty();
  }

  @Test
  void whatIsFlatIsReachedByItsNewName() {
    String flatten =
        """
        transforms=f,t
        transforms.f.type=org.apache.kafka.connect.transforms.Flatten$Value
        transforms.t.type=org.apache.kafka.connect.transforms.MaskField$Value
        transforms.t.fields=%s
        """;
    Lineage lineage = sink("people", flatten.formatted("home.city"));

    assertThat(effects(lineage, Side.VALUE, "home.city")).isEqualTo("mask");
    assertThat(effects(lineage, Side.VALUE, "email")).isEqualTo("copy");
    assertThat(effects(lineage, Side.VALUE, "home.street.no")).isEqualTo("copy");
    assertThat(missed(lineage)).isEmpty();
    assertThat(missed(sink("people", flatten.formatted("city")))).hasSize(1);
    assertThat(
            effects(
                sink(
                    "people",
                    flatten.replace("Flatten$Value", "Flatten$Key").formatted("home.city")),
                Side.VALUE,
                "home.city"))
        .isEqualTo("copy");
  }

  @Test
  void headersMoveAndAreDropped() {
    String headers =
        """
        transforms=h,d
        transforms.h.type=org.apache.kafka.connect.transforms.HeaderFrom$Value
        transforms.h.fields=email,home
        transforms.h.headers=mail
        transforms.h.operation=%s
        transforms.d.type=org.apache.kafka.connect.transforms.DropHeaders
        transforms.d.headers=%s
        """;

    assertThat(effects(sink("people", headers.formatted("move", "mail")), Side.VALUE, "email"))
        .isEmpty();
    assertThat(effects(sink("people", headers.formatted("copy", "mail")), Side.VALUE, "email"))
        .isEqualTo("copy");
    assertThat(effects(sink("people", headers.formatted("move", "other")), Side.VALUE, "email"))
        .isEqualTo("copy");
  }

  @Test
  void whatAPredicateKeepsAwayIsNotFlat() {
    Lineage lineage =
        sink(
            "people",
            """
            transforms=f,t
            transforms.f.type=org.apache.kafka.connect.transforms.Flatten$Value
            transforms.f.predicate=p
            predicates=p
            predicates.p.type=org.apache.kafka.connect.transforms.predicates.HasHeaderKey
            transforms.t.type=org.apache.kafka.connect.transforms.MaskField$Value
            transforms.t.fields=home.city
            """);

    assertThat(missed(lineage)).hasSize(1);
  }

  @Test
  void aSinkMayChooseItsFields() {
    String list = "fields.whitelist=email\nconnector.class=io.confluent.connect.%s\n";
    Lineage jdbc = sink("people", list.formatted("jdbc.JdbcSinkConnector"));
    Lineage file = sink("people", list.formatted("file.FileSinkConnector"));

    assertThat(effects(jdbc, Side.VALUE, "email")).isEqualTo("copy");
    assertThat(effects(jdbc, Side.VALUE, "home.city")).isEmpty();
    assertThat(effects(jdbc, Side.KEY, "id")).isEqualTo("copy");
    assertThat(effects(file, Side.VALUE, "home.city")).isEqualTo("copy");
  }

  @Test
  void deadLettersAreTheRecordsAsTheyWereRead() {
    String dead = "errors.deadletterqueue.topic.name=%s\n";
    Lineage lineage = sink("people", dead.formatted(" dead ") + MASK.formatted("email"));

    assertThat(lineage.from(FieldRef.value("people", "email")))
        .extracting(Flow::to, flow -> flow.effect().word(), flow -> flow.by().attribute())
        .containsExactly(
            org.assertj.core.groups.Tuple.tuple(
                FieldRef.value("dead", "email"),
                "copy",
                "config.errors.deadletterqueue.topic.name.dead.email"),
            org.assertj.core.groups.Tuple.tuple(null, "mask", "config.sink.email"));
    assertThat(sink("people", dead.formatted(" ")).from(FieldRef.value("people", "email")))
        .hasSize(1);
  }

  @Test
  void aMirrorReadsAndWritesNothingHere() {
    Lineage lineage =
        sink("people", "connector.class=org.apache.kafka.connect.mirror.MirrorSourceConnector\n");

    assertThat(lineage.from(FieldRef.value("people", "email"))).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"topic=people", "kafka.topic=people", "topic.prefix=peo"})
  void aSourceWritesTheTopicsThatItNames(String property) {
    Lineage lineage = source(property);

    assertThat(lineage.into(FieldRef.value("people", "email")))
        .extracting(flow -> flow.through().ref().name())
        .containsExactly("source");
    assertThat(lineage.into(FieldRef.value("other", "name"))).isEmpty();
  }

  @Test
  void aPrefixNamesTheTopicsOfTheBundle() {
    Lineage lineage = source("topic.prefix=db.");

    for (String topic : List.of("db.a", "db.b")) {
      List<Trail> up = lineage.upstream(FieldRef.value(topic, "x"));
      assertThat(up).hasSize(1);
      assertThat(up.get(0).first().by().attribute()).isEqualTo("config");
    }
    assertThat(lineage.into(FieldRef.value("dc", "x"))).isEmpty();
  }

  @Test
  void aSourceThatMasksAPathMissesIt() {
    assertThat(missed(source("topic=people\n" + MASK.formatted("home.city, email"))))
        .singleElement()
        .asString()
        .contains("names field 'home.city', but it knows only the fields at the root");
    assertThat(
            missed(
                source(
                    "topic=people\n"
                        + MASK.formatted("home.city").replace("transforms=t", "transforms=f,t")
                        + "transforms.f.type=org.apache.kafka.connect.transforms.Flatten$Value\n")))
        .isEmpty();
    assertThat(
            missed(
                source(
                    "topic=people\n"
                        + MASK.formatted("home.city").replace("transforms=t", "transforms=f,t")
                        + "transforms.f.type=com.acme.Unpack\n")))
        .isEmpty();
    assertThat(
            missed(
                source(
                    "topic=people\n"
                        + MASK.formatted("x")
                            .replace("MaskField", "ReplaceField")
                            .replace("t.fields=x", "t.exclude=a.b"))))
        .hasSize(1);
    assertThat(
            texts(
                source("topic=people\ntransforms=t\ntransforms.t.type=com.acme.X"),
                Remark.About.UNKNOWN_TRANSFORM))
        .hasSize(1);
  }
}
