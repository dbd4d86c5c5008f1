package io.headgate.rules.app;

import io.headgate.spi.Checker;
import io.headgate.spi.Findings;
import io.headgate.spi.Nearest;
import io.headgate.spi.Related;
import io.headgate.spi.Rule;
import io.headgate.spi.model.App;
import io.headgate.spi.model.Bundle;
import io.headgate.spi.model.Field;
import io.headgate.spi.model.Located;
import io.headgate.spi.model.Output;
import io.headgate.spi.model.Schema;
import java.util.ArrayList;
import java.util.List;
import java.util.NavigableMap;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Applications that write other fields than the schema of their output has. */
public final class AppUnfitOutput implements Checker {

  /** {@code app-unfit-output}. */
  public static final Rule RULE =
      Rule.error(
              "app-unfit-output",
              "An application writes records that do not fit the schema of their topic.")
          .tagged("correctness", "schemas");

  @Override
  public void check(Bundle bundle, Findings findings) {
    if (!writesDeclared(bundle)) {
      return; // reading statements costs
    }
    for (Output output : bundle.lineage().outputs()) {
      Schema schema = schema(output.topic().get(), bundle);
      NavigableMap<String, Field> declared = schema == null ? null : fields(schema);
      if (schema == null || declared == null) {
        continue;
      }
      Set<String> written = new TreeSet<>();
      List<String> strange = new ArrayList<>();
      Located<String> where = output.topic();
      for (Located<String> field : output.fields()) {
        written.add(field.get());
        if (!declared.containsKey(field.get())) {
          where = strange.isEmpty() ? field : where;
          strange.add(field.get());
        }
      }
      List<String> missing = new ArrayList<>();
      for (Field field : declared.values()) {
        if (!field.properties().containsKey("default") && !written.contains(field.path())) {
          missing.add(field.path());
        }
      }
      if (!strange.isEmpty() || !missing.isEmpty()) {
        findings.add(
            RULE,
            output.app(),
            where,
            message(output, schema, strange, missing, declared),
            new Related(schema.place(), "The schema of topic '" + output.topic() + "'."));
      }
    }
  }

  private static String message(
      Output output,
      Schema schema,
      List<String> strange,
      List<String> missing,
      NavigableMap<String, Field> declared) {
    StringBuilder text =
        new StringBuilder("App '")
            .append(output.app().name())
            .append("' writes into topic '")
            .append(output.topic())
            .append("' records that do not fit its schema '")
            .append(schema.subject())
            .append("': ");
    if (!strange.isEmpty()) {
      text.append(strange.size() == 1 ? "there is no field " : "there are no fields ")
          .append(list(strange));
    }
    if (!missing.isEmpty()) {
      text.append(strange.isEmpty() ? "" : ", and ")
          .append(missing.size() == 1 ? "the field " : "the fields ")
          .append(list(missing))
          .append(" that it requires ")
          .append(missing.size() == 1 ? "is missing" : "are missing");
    }
    text.append('.');
    if (strange.size() == 1) {
      text.append(Nearest.hint(strange.get(0), declared.navigableKeySet()));
    }
    return text.append(" Mend the statement, or change the schema with it.").toString();
  }

  private static String list(List<String> names) {
    StringBuilder all = new StringBuilder();
    for (int i = 0; i < names.size(); i++) {
      all.append(i == 0 ? "'" : i == names.size() - 1 ? "' and '" : "', '").append(names.get(i));
    }
    return all.append('\'').toString();
  }

  private static boolean writesDeclared(Bundle bundle) {
    for (App app : bundle.all(App.class)) {
      for (Located<String> output : app.outputs()) {
        if (app.script() != null && output.isKnown() && schema(output.get(), bundle) != null) {
          return true;
        }
      }
    }
    return false;
  }

  /** The one schema of a topic's values, if it is in Avro: it alone says what is required. */
  private static @Nullable Schema schema(String topic, Bundle bundle) {
    Schema found = null;
    for (Schema schema : bundle.schemasOf(topic)) {
      if (schema.side() == Schema.Side.VALUE) {
        boolean avro = schema.format().isAbsent() || schema.format().is(Schema.Format.AVRO);
        if (found != null || !avro || !schema.problems().isEmpty()) {
          return null;
        }
        found = schema;
      }
    }
    return found;
  }

  /** The fields at the root; null if one may have another name, or if there are none. */
  private static @Nullable NavigableMap<String, Field> fields(Schema schema) {
    NavigableMap<String, Field> fields = new TreeMap<>();
    for (Field field : schema.fields()) {
      if (field.path().indexOf('.') < 0) {
        boolean twice = fields.put(field.path(), field) != null;
        if (twice || !field.name().isKnown() || field.properties().containsKey("aliases")) {
          return null;
        }
      }
    }
    return fields.isEmpty() ? null : fields;
  }
}
