package io.headgate.engine.lineage.connect;

import static org.assertj.core.api.Assertions.assertThat;

import io.headgate.engine.lineage.support.Landscape;
import io.headgate.spi.model.FieldRef;
import io.headgate.spi.model.Flow;
import io.headgate.spi.model.Lineage;
import io.headgate.spi.model.Located;
import io.headgate.spi.model.Remark;
import io.headgate.spi.model.Schema.Side;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** What transforms make of a topic with the fields email, home.street and home.city. */
class TransformsTest {

  private static final String APACHE = "org.apache.kafka.connect.transforms.";

  static Stream<Arguments> chains() {
    return Stream.of(
        chain("InsertField$Value", "static.field=a", "copy", "copy"),
        chain("Cast$Value", "spec=email:string", "copy", "copy"),
        chain("TimestampConverter$Value", "field=ts", "copy", "copy"),
        chain("TimestampRouter", "topic.format=x", "copy", "copy"),
        chain("RegexRouter", "regex=(.*)", "copy", "copy"),
        chain("SetSchemaMetadata$Value", "schema.name=x", "copy", "copy"),
        chain("Filter", "", "copy", "copy"),
        chain("DropHeaders", "headers=email", "copy", "copy"),
        chain("InsertHeader", "header=a", "copy", "copy"),
        chain("MaskField$Value", "fields=email", "mask", "copy"),
        chain("MaskField$Value", "fields=email, home", "mask", "mask"),
        chain("MaskField$Value", "fields=home.street", "copy", "copy"),
        chain("MaskField$Key", "fields=email", "copy", "copy"),
        chain("ReplaceField$Value", "exclude=email", "", "copy"),
        chain("ReplaceField$Value", "blacklist=home", "copy", ""),
        chain("ReplaceField$Value", "include=email", "copy", ""),
        chain("ReplaceField$Value", "whitelist=home", "", "copy"),
        chain("ReplaceField$Value", "renames=email:mail", "copy", "copy"),
        chain("ReplaceField$Key", "exclude=email", "copy", "copy"),
        chain("ExtractField$Value", "field=email", "copy", ""),
        chain("ExtractField$Value", "field=home.street", "", ""),
        chain(
            "ExtractField$Value",
            "field=home.street\ntransforms.t.field.syntax.version=V2",
            "",
            "copy"),
        chain("ExtractField$Key", "field=id", "copy", "copy"),
        chain("HoistField$Value", "field=line", "copy", "copy"),
        chain("Flatten$Value", "delimiter=_", "copy", "copy"),
        chain("ValueToKey", "fields=email", "copy copy", "copy"),
        chain(
            "HeaderFrom$Value",
            "fields=email\ntransforms.t.headers=mail\ntransforms.t.operation=move",
            "copy",
            "copy"),
        chain(
            "HeaderFrom$Value",
            "fields=email\ntransforms.t.headers=mail\ntransforms.t.operation=copy",
            "copy copy",
            "copy"),
        chain("Shuffle$Value", "", "opaque", "opaque"));
  }

  private static Arguments chain(String type, String options, String email, String street) {
    return Arguments.of(type, options, email, street);
  }

  @ParameterizedTest
  @MethodSource("chains")
  void leavesOrTakesFields(String type, String options, String email, String street) {
    Lineage lineage = sink("t", "transforms.t.type=" + APACHE + type, option("t", options));

    assertThat(effects(lineage, "email")).isEqualTo(email);
    assertThat(effects(lineage, "home.street")).isEqualTo(street);
  }

  private static String option(String alias, String options) {
    return options.isEmpty() ? "" : "transforms." + alias + "." + options;
  }

  private static Lineage sink(String transforms, String... lines) {
    List<String> properties = new ArrayList<>(List.of("topics=people", "transforms=" + transforms));
    for (String line : lines) {
      if (!line.isEmpty()) {
        properties.add(line);
      }
    }
    return Landscape.of()
        .value("people", "email", "home.street", "home.city")
        .key("people", "id")
        .connector("sink", String.join("\n", properties))
        .bundle()
        .lineage();
  }

  private static String effects(Lineage lineage, String path) {
    return String.join(
        " ",
        lineage.from(FieldRef.value("people", path)).stream().map(f -> f.effect().word()).toList());
  }

  @Test
  void masksUnderTheNameOfTheMoment() {
    Lineage lineage =
        sink(
            "r,f,m",
            "transforms.r.type=" + APACHE + "ReplaceField$Value",
            "transforms.r.renames=email:mail",
            "transforms.f.type=" + APACHE + "Flatten$Value",
            "transforms.f.delimiter=_",
            "transforms.m.type=" + APACHE + "MaskField$Value",
            "transforms.m.fields=mail,home_street");

    assertThat(effects(lineage, "email")).isEqualTo("mask");
    assertThat(effects(lineage, "home.street")).isEqualTo("mask");
    assertThat(effects(lineage, "home.city")).isEqualTo("copy");
    assertThat(lineage.remarks(Remark.About.MISSED_FIELD)).isEmpty();
  }

  @Test
  void masksAHoistedRecord() {
    Lineage lineage =
        sink(
            "h,m",
            "transforms.h.type=" + APACHE + "HoistField$Value",
            "transforms.h.field=line",
            "transforms.m.type=" + APACHE + "MaskField$Value",
            "transforms.m.fields=line");

    assertThat(effects(lineage, "email")).isEqualTo("mask");
  }

  @ParameterizedTest
  @CsvSource({
    "TopicNameMatches, peo.*, false, mask",
    "TopicNameMatches, peo.*, true, copy",
    "TopicNameMatches, other, false, copy",
    "TopicNameMatches, (p)\\1.*, false, copy mask",
    "RecordIsTombstone, x, true, mask",
    "RecordIsTombstone, x, false, copy",
    "HasHeaderKey, x, false, copy mask",
  })
  void asksThePredicate(String type, String pattern, String negate, String effects) {
    Lineage lineage =
        sink(
            "m",
            "transforms.m.type=" + APACHE + "MaskField$Value",
            "transforms.m.fields=email",
            "transforms.m.predicate=p",
            "transforms.m.negate=" + negate,
            "predicates=p",
            "predicates.p.type=" + APACHE + "predicates." + type,
            "predicates.p.pattern=" + pattern);

    assertThat(effects(lineage, "email")).isEqualTo(effects);
  }

  @Test
  void followsTheKey() {
    Lineage lineage =
        sink(
            "k,e",
            "transforms.k.type=" + APACHE + "ValueToKey",
            "transforms.k.fields=email",
            "transforms.e.type=" + APACHE + "ExtractField$Key",
            "transforms.e.field=email");

    assertThat(effects(lineage, "email")).isEqualTo("copy copy");
    assertThat(lineage.from(new FieldRef("people", Side.KEY, "id"))).isEmpty();
  }

  @Test
  void unpacksChangeEvents() {
    Lineage lineage =
        Landscape.of()
            .connector(
                "sink",
                """
                topics=people
                transforms=u,m
                transforms.u.type=io.debezium.transforms.ExtractNewRecordState
                transforms.m.type=org.apache.kafka.connect.transforms.MaskField$Value
                transforms.m.fields=email
                """)
            .bundle()
            .lineage();

    assertThat(effects(lineage, "after.email")).isEqualTo("mask");
    assertThat(effects(lineage, "after.name")).isEqualTo("copy");
    assertThat(effects(lineage, "source.db")).isEmpty();
  }

  @Test
  void saysWhatItDoesNotKnow() {
    Lineage lineage = sink("x", "transforms.x.type=com.acme.Scrub$Value");

    assertThat(lineage.from(FieldRef.value("people", "email")))
        .singleElement()
        .satisfies(
            flow -> {
              assertThat(flow.effect()).isEqualTo(Flow.Effect.OPAQUE);
              assertThat(flow.by().get()).isEqualTo("com.acme.Scrub$Value");
            });
    assertThat(lineage.remarks(Remark.About.UNKNOWN_TRANSFORM))
        .extracting(Remark::text)
        .extracting(Located::get)
        .containsExactly("what transform 'x' does is not known");
  }

  @ParameterizedTest
  @CsvSource({
    "db.people, db\\.(.*), crm.$1, crm.people",
    "db.people, (.*), x-$1-$0, x-db.people-db.people",
    "db.people, db.people, y, y",
    "db.people, other.*, y, db.people",
    "db.people, [a-z]+.*, y, db.people",
    "a, ((((a*)*)*)*)b, y, a",
    "ab, ab(.*)b, y, ab",
    "ax, (.*)x, y-$1, y-a",
    "a-b_c.d, a-b_c\\.(.*), z.$1, z.d",
    "db.people, db.*, x-$1, x-",
  })
  void routesTopics(String topic, String regex, String replacement, String routed) {
    assertThat(Routes.route(topic, regex, replacement)).isEqualTo(routed);
  }
}
