package io.headgate.engine.dialect.terraform;

import io.headgate.engine.dialect.terraform.Value.Kind;
import io.headgate.spi.model.Place;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Functions of texts. Null where the result is not sure. */
final class Texts {

  private Texts() {}

  static @Nullable Value apply(String function, List<Value> arguments, Place place) {
    if (function.equals("join")) {
      return text(join(arguments), place);
    }
    List<String> texts = new ArrayList<>(arguments.size());
    for (Value argument : arguments) {
      String text = argument.text();
      if (text == null) {
        return null;
      }
      texts.add(text);
    }
    if (texts.isEmpty()) {
      return null;
    }
    String first = texts.get(0);
    int count = texts.size();
    return switch (function) {
      case "lower" -> text(first.toLowerCase(Locale.ROOT), place);
      case "upper" -> text(first.toUpperCase(Locale.ROOT), place);
      case "trimspace" -> text(first.strip(), place);
      case "trimprefix" ->
          count == 2
              ? text(
                  first.startsWith(texts.get(1)) ? first.substring(texts.get(1).length()) : first,
                  place)
              : null;
      case "trimsuffix" ->
          count == 2
              ? text(
                  first.endsWith(texts.get(1))
                      ? first.substring(0, first.length() - texts.get(1).length())
                      : first,
                  place)
              : null;
      case "replace" -> count == 3 ? replace(first, texts.get(1), texts.get(2), place) : null;
      case "format" -> text(format(first, arguments), place);
      case "split" -> count == 2 ? split(first, texts.get(1), place) : null;
      default -> null;
    };
  }

  private static @Nullable Value text(@Nullable String text, Place place) {
    return text == null || text.length() > Budget.LONGEST ? null : Value.text(text, place);
  }

  /** What stands between slashes is a regular expression, of another language than Java's. */
  private static @Nullable Value replace(String text, String old, String other, Place place) {
    boolean pattern = old.length() > 1 && old.startsWith("/") && old.endsWith("/");
    return pattern || old.isEmpty() || (long) text.length() * (other.length() + 1) > Budget.LONGEST
        ? null
        : text(text.replace(old, other), place);
  }

  private static @Nullable String join(List<Value> arguments) {
    String separator = arguments.size() == 2 ? arguments.get(0).text() : null;
    if (separator == null || !arguments.get(1).is(Kind.LIST)) {
      return null;
    }
    StringBuilder joined = new StringBuilder();
    int count = 0;
    for (Value item : arguments.get(1).items()) {
      String text = item.text();
      if (text == null || joined.length() > Budget.LONGEST) {
        return null;
      }
      joined.append(count++ == 0 ? "" : separator).append(text);
    }
    return joined.toString();
  }

  private static Value split(String separator, String text, Place place) {
    List<Value> items = new ArrayList<>();
    int from = 0;
    int at = separator.isEmpty() ? -1 : text.indexOf(separator);
    while (at >= 0) {
      items.add(Value.text(text.substring(from, at), place));
      from = at + separator.length();
      at = text.indexOf(separator, from);
    }
    items.add(Value.text(text.substring(from), place));
    return Value.list(items, place);
  }

  /** Knows {@code %s}, {@code %v} and {@code %d} without flags, and {@code %%}. */
  private static @Nullable String format(String format, List<Value> arguments) {
    StringBuilder out = new StringBuilder();
    int next = 1;
    for (int i = 0; i < format.length(); i++) {
      char c = format.charAt(i);
      if (c != '%') {
        out.append(c);
        continue;
      }
      char verb = i + 1 < format.length() ? format.charAt(++i) : 0;
      if (verb == '%') {
        out.append('%');
        continue;
      }
      Value argument = next < arguments.size() ? arguments.get(next++) : null;
      String text = argument == null ? null : argument.text();
      if (text == null || out.length() + text.length() > Budget.LONGEST) {
        return null;
      }
      if (verb == 'd') {
        BigDecimal number = argument == null ? null : argument.number();
        if (number == null || number.stripTrailingZeros().scale() > 0) {
          return null;
        }
      } else if (verb != 's' && verb != 'v') {
        return null;
      }
      out.append(text);
    }
    return next == arguments.size() ? out.toString() : null;
  }
}
