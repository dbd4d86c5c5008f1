package io.headgate.live;

/**
 * Writes the few shapes of YAML that a landscape is made of, as lenses-cli does: blocks of two
 * spaces, the items of a list not indented. Every text that could be taken for anything else is
 * quoted, so that it is read back as it is.
 */
final class Yaml {

  private final StringBuilder out = new StringBuilder();

  /** A key with a text. */
  Yaml text(String indent, String key, String value) {
    out.append(indent).append(scalar(key)).append(": ").append(scalar(value)).append('\n');
    return this;
  }

  /** A key with a text that is no number, whatever it looks like. */
  Yaml quoted(String indent, String key, String value) {
    out.append(indent).append(scalar(key)).append(": ");
    quote(value);
    out.append('\n');
    return this;
  }

  /** A key with a number. */
  Yaml number(String indent, String key, long value) {
    out.append(indent).append(scalar(key)).append(": ").append(value).append('\n');
    return this;
  }

  /** A key whose value follows, indented. */
  Yaml open(String indent, String key) {
    out.append(indent).append(scalar(key)).append(":\n");
    return this;
  }

  /** An entry of a JSON object. */
  Yaml jsonEntry(String indent, String key, String value, boolean last) {
    out.append(indent);
    quote(key);
    out.append(": ");
    quote(value);
    out.append(last ? "\n" : ",\n");
    return this;
  }

  /** As it is. */
  Yaml raw(String text) {
    out.append(text);
    return this;
  }

  /** A key with a text of several lines, written as it is wherever YAML keeps it so. */
  Yaml block(String key, String value) {
    if (!value.contains("\n") || !keepsItself(value)) {
      return quoted("", key, value);
    }
    boolean ends = value.endsWith("\n");
    out.append(scalar(key)).append(ends ? ": |\n" : ": |-\n");
    for (String line : (ends ? value.substring(0, value.length() - 1) : value).split("\n", -1)) {
      out.append(line.isEmpty() ? "" : "  ").append(line).append('\n');
    }
    return this;
  }

  private static boolean keepsItself(String value) {
    if (value.endsWith("\n\n") || value.startsWith("\n") || value.startsWith(" ")) {
      return false;
    }
    for (String line : value.split("\n", -1)) {
      if (line.isBlank() && !line.isEmpty()) {
        return false;
      }
    }
    for (int i = 0; i < value.length(); i++) {
      char c = value.charAt(i);
      if ((c < ' ' && c != '\n') || c == '\t' || c > '~') {
        return false;
      }
    }
    return true;
  }

  private static String scalar(String text) {
    if (isPlain(text)) {
      return text;
    }
    Yaml yaml = new Yaml();
    yaml.quote(text);
    return yaml.toString();
  }

  /** Letters first and only what means nothing in YAML, and no word that YAML or its kin know. */
  private static boolean isPlain(String text) {
    if (text.isEmpty() || !isLetter(text.charAt(0))) {
      return false;
    }
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (!isLetter(c) && !(c >= '0' && c <= '9') && "._-/".indexOf(c) < 0) {
        boolean colon = c == ':' && i + 1 < text.length() && text.charAt(i + 1) != ' ';
        if (!colon) {
          return false;
        }
      }
    }
    return switch (text.toLowerCase(java.util.Locale.ROOT)) {
      case "y", "n", "yes", "no", "on", "off", "true", "false", "null" -> false;
      default -> true;
    };
  }

  private static boolean isLetter(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
  }

  private void quote(String text) {
    out.append('"');
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      switch (c) {
        case '"' -> out.append("\\\"");
        case '\\' -> out.append("\\\\");
        case '\n' -> out.append("\\n");
        case '\t' -> out.append("\\t");
        case '\r' -> out.append("\\r");
        default -> {
          boolean plain = (c >= ' ' && c < 0x7f) || (c >= 0xa1 && !Character.isSurrogate(c));
          boolean pair =
              Character.isHighSurrogate(c)
                  && i + 1 < text.length()
                  && Character.isLowSurrogate(text.charAt(i + 1));
          if (pair) {
            out.append(c).append(text.charAt(++i));
          } else if (plain && c != '\u2028' && c != '\u2029' && c < 0xfeff) {
            out.append(c);
          } else {
            String hex = Integer.toHexString(c);
            out.append("\\u").append("0000", 0, 4 - hex.length()).append(hex);
          }
        }
      }
    }
    out.append('"');
  }

  @Override
  public String toString() {
    return out.toString();
  }
}
