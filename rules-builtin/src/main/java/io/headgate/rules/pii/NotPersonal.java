package io.headgate.rules.pii;

import io.headgate.spi.Setting;
import io.headgate.spi.Settings;
import io.headgate.spi.model.Bundle;
import io.headgate.spi.model.Environment;
import io.headgate.spi.model.Field;
import io.headgate.spi.model.NamePattern;
import io.headgate.spi.model.Schema;
import java.util.List;

/** The fields that the policy declares not to be personal. */
final class NotPersonal {

  static final Setting<List<String>> SETTING =
      Setting.texts(
          "not-pii",
          List.of(),
          "Fields that are not personal, as '<path>' or '<subject>:<path>'; '*' stands for anything."
              + " The policy's 'classification' says so for all rules, with reason and owner.");

  private final List<NamePattern> patterns;

  NotPersonal(Settings settings) {
    patterns = settings.get(SETTING).stream().map(NamePattern::new).toList();
  }

  boolean names(Bundle bundle, Schema schema, Field field) {
    List<Environment.NotPersonal> decided = bundle.environment().classification().notPersonal();
    for (int i = 0; i < decided.size(); i++) {
      if (decided.get(i).covers(schema, field)) {
        return true;
      }
    }
    for (NamePattern pattern : patterns) {
      boolean withSubject = pattern.text().indexOf(':') >= 0;
      if (pattern.matches(withSubject ? schema.subject() + ":" + field.path() : field.path())) {
        return true;
      }
    }
    return false;
  }
}
