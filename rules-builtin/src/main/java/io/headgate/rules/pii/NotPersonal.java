package io.headgate.rules.pii;

import io.headgate.spi.Setting;
import io.headgate.spi.Settings;
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
          "Fields that are not personal, as '<path>' or '<subject>:<path>'; '*' stands for anything.");

  private final List<NamePattern> patterns;

  NotPersonal(Settings settings) {
    patterns = settings.get(SETTING).stream().map(NamePattern::new).toList();
  }

  boolean names(Schema schema, Field field) {
    for (NamePattern pattern : patterns) {
      boolean withSubject = pattern.text().indexOf(':') >= 0;
      if (pattern.matches(withSubject ? schema.subject() + ":" + field.path() : field.path())) {
        return true;
      }
    }
    return false;
  }
}
