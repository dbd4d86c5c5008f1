package io.headgate.delivery.admission;

import java.util.ArrayList;
import java.util.List;

/**
 * What headgate answers.
 *
 * @param allowed whether the object may be stored
 * @param message why not; empty if it may
 * @param warnings what {@code kubectl} shows either way
 */
record Answer(boolean allowed, String message, List<String> warnings) {

  /**
   * Where all warnings together are too long, Kubernetes cuts each to as many characters (its
   * {@code apiserver/pkg/endpoints/filters/warning.go}).
   */
  static final int LONGEST_WARNING = 256;

  /** Of all warnings together Kubernetes keeps as many characters. */
  static final int ALL_WARNINGS = 4096;

  /** More than that nobody reads in an error of {@code kubectl}. */
  private static final int LONGEST_MESSAGE = 4096;

  static final Answer ALLOWED = new Answer(true, "", List.of());

  Answer {
    message = cut(message, LONGEST_MESSAGE);
    warnings = bounded(warnings);
  }

  private static List<String> bounded(List<String> all) {
    List<String> bounded = new ArrayList<>();
    int left = ALL_WARNINGS - LONGEST_WARNING;
    for (int i = 0; i < all.size(); i++) {
      String warning = cut(plain(all.get(i)), LONGEST_WARNING);
      if (warning.length() > left) {
        bounded.add("headgate has " + (all.size() - i) + " more warnings about this object.");
        break;
      }
      left -= warning.length();
      bounded.add(warning);
    }
    return List.copyOf(bounded);
  }

  /** On one line: Kubernetes drops a warning with a control character. */
  private static String plain(String text) {
    StringBuilder plain = new StringBuilder(text);
    for (int i = 0; i < plain.length(); i++) {
      if (Character.isISOControl(plain.charAt(i))) {
        plain.setCharAt(i, ' ');
      }
    }
    return plain.toString();
  }

  private static String cut(String text, int longest) {
    if (text.length() <= longest) {
      return text;
    }
    int end = longest - 1;
    return text.substring(0, Character.isHighSurrogate(text.charAt(end - 1)) ? end - 1 : end) + "…";
  }

  /** This answer with one more warning. */
  Answer and(String warning) {
    List<String> more = new ArrayList<>(warnings);
    more.add(warning);
    return new Answer(allowed, message, more);
  }

  /** The review to send back. */
  String json(String uid) {
    StringBuilder json =
        new StringBuilder(
            "{\"apiVersion\":\"admission.k8s.io/v1\",\"kind\":\"AdmissionReview\",\"response\":{\"uid\":");
    quote(json, uid);
    json.append(",\"allowed\":").append(allowed);
    if (!allowed) {
      json.append(",\"status\":{\"code\":403,\"reason\":\"Forbidden\",\"message\":");
      quote(json, message);
      json.append('}');
    }
    if (!warnings.isEmpty()) {
      json.append(",\"warnings\":[");
      for (int i = 0; i < warnings.size(); i++) {
        json.append(i == 0 ? "" : ",");
        quote(json, warnings.get(i));
      }
      json.append(']');
    }
    return json.append("}}").toString();
  }

  private static void quote(StringBuilder json, String text) {
    json.append('"');
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '"' || c == '\\') {
        json.append('\\').append(c);
      } else if (c < ' ' || c == 0x7f || Character.isSurrogate(c)) {
        json.append("\\u").append(Character.forDigit(c >> 12, 16));
        json.append(Character.forDigit((c >> 8) & 15, 16));
        json.append(Character.forDigit((c >> 4) & 15, 16)).append(Character.forDigit(c & 15, 16));
      } else {
        json.append(c);
      }
    }
    json.append('"');
  }
}
