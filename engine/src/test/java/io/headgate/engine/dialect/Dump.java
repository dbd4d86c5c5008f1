package io.headgate.engine.dialect;

import io.headgate.engine.KnownDialects;
import io.headgate.engine.document.SourceText;
import io.headgate.spi.Finding;
import io.headgate.spi.model.Config;
import io.headgate.spi.model.Field;
import io.headgate.spi.model.Located;
import io.headgate.spi.model.Place;
import io.headgate.spi.model.Property;
import io.headgate.spi.model.Resource;
import io.headgate.spi.model.Schema;
import java.lang.reflect.RecordComponent;
import java.util.Collection;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Reads files with all dialects, and writes what they say as text. */
final class Dump {

  static final Dialects DIALECTS = new Dialects(new KnownDialects());

  private Dump() {}

  static @Nullable ReadFile read(String path, String text) {
    return DIALECTS.read(new SourceText(path, text), false);
  }

  static String of(String path, String text) {
    return of(path, read(path, text));
  }

  /**
   * A line for the file, one for each resource and below it one for each of its attributes with its
   * place, then one for each finding.
   */
  static String of(String path, @Nullable ReadFile file) {
    StringBuilder out = new StringBuilder("== ").append(path).append('\n');
    if (file == null) {
      return out.append("none of our business\n").toString();
    }
    for (Resource resource : file.resources()) {
      out.append(resource.ref()).append(" @").append(range(resource.place())).append('\n');
      components(resource, out);
    }
    for (Finding finding : file.findings()) {
      out.append("! ").append(finding.rule().id()).append(" @").append(range(finding.place()));
      out.append(finding.attribute().isEmpty() ? "" : " " + finding.attribute());
      out.append(": ").append(finding.message()).append('\n');
    }
    new TreeMap<>(file.notRead())
        .forEach((kind, count) -> out.append("not read: " + count + " " + kind + "\n"));
    return out.toString();
  }

  /** All components, so that one that is added later cannot be forgotten here. */
  private static void components(Record of, StringBuilder out) {
    for (RecordComponent component : of.getClass().getRecordComponents()) {
      if (of instanceof Schema && component.getName().equals("text")) {
        continue; // It is in the sample, and its fields are here.
      }
      try {
        value(component.getName(), component.getAccessor().invoke(of), out);
      } catch (ReflectiveOperationException e) {
        throw new LinkageError(component.toString(), e);
      }
    }
  }

  private static void components(Resource resource, StringBuilder out) {
    components((Record) resource, out);
  }

  private static void value(String name, @Nullable Object value, StringBuilder out) {
    if (value instanceof Located<?> located) {
      line(located, out);
    } else if (value instanceof Config config) {
      out.append("  ").append(config.attribute()).append(" @").append(range(config.place()));
      out.append('\n');
      for (Property property : config.properties()) {
        out.append("    key ").append(property.key()).append(" @");
        out.append(range(property.key().place())).append('\n').append("  ");
        line(property.value(), out);
      }
    } else if (value instanceof Collection<?> list) {
      for (Object item : list) {
        if (item instanceof Field field) {
          out.append("  ").append(field.path()).append(" : ").append(field.type()).append(" @");
          out.append(range(field.name().place())).append('\n');
        } else {
          value(name, item, out);
        }
      }
    } else if (!(value instanceof Place) && !name.equals("script")) {
      out.append("  ").append(name).append(": ").append(value).append('\n');
    }
  }

  private static void line(Located<?> located, StringBuilder out) {
    out.append("  ").append(located.attribute()).append('=').append(located).append(" @");
    out.append(range(located.place())).append('\n');
  }

  private static String range(Place place) {
    String range =
        place.startLine()
            + ":"
            + place.startColumn()
            + "-"
            + place.endLine()
            + ":"
            + place.endColumn();
    return place.origin() == null ? range : range + "<-" + range(place.origin());
  }
}
