package io.headgate.engine.edit;

import io.headgate.engine.document.Node.Scalar;
import io.headgate.engine.document.SourceText;
import io.headgate.engine.document.YamlScalar;
import io.headgate.spi.model.Place;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Writes another text in the place of a scalar, in the same quotes. */
final class Replacement {

  private Replacement() {}

  /** The way to do it; null if the text cannot stand there in the style of the old one. */
  static @Nullable Variant of(Spot spot, boolean key, String text, SourceText source) {
    Scalar name = spot.key();
    Scalar old = key ? name : spot.value() instanceof Scalar scalar ? scalar : null;
    if (old == null || old.isTemplated() || !isHarmless(text)) {
      return null;
    }
    String written = written(old, text, source.file());
    if (written == null) {
      return null;
    }
    Place place = old.place();
    Scalar fresh = new Scalar(place, text, old.style());
    return new Variant(
        List.of(
            new Edit(
                source.offset(place.startLine(), place.startColumn()),
                source.offset(place.endLine(), place.endColumn()),
                written)),
        key ? spot.with(fresh, spot.value()) : spot.with(fresh));
  }

  private static @Nullable String written(Scalar old, String text, String file) {
    if (file.endsWith(".properties")) {
      return isWord(text) ? text : null;
    }
    return switch (old.style()) {
      case DOUBLE_QUOTED -> '"' + text.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
      case SINGLE_QUOTED -> "'" + text.replace("'", "''") + "'";
      case PLAIN -> !file.endsWith(".json") && YamlScalar.of(text).equals(text) ? text : null;
      default -> null;
    };
  }

  private static boolean isWord(String text) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      boolean plain =
          (c >= 'a' && c <= 'z')
              || (c >= 'A' && c <= 'Z')
              || (c >= '0' && c <= '9')
              || "._-".indexOf(c) >= 0;
      if (!plain) {
        return false;
      }
    }
    return !text.isEmpty();
  }

  /** What begins a template, or breaks a line, is not for a machine to write. */
  private static boolean isHarmless(String text) {
    return !text.contains("{{")
        && !text.contains("${")
        && text.codePoints().allMatch(c -> c >= ' ');
  }
}
