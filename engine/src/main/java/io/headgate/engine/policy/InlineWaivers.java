package io.headgate.engine.policy;

import io.headgate.engine.catalog.Catalog;
import io.headgate.engine.dialect.Reading;
import io.headgate.engine.document.SourceText;
import io.headgate.engine.error.UserError;
import io.headgate.engine.report.Waiver;
import io.headgate.spi.Nearest;
import io.headgate.spi.model.Place;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Reads waivers that stand in comments: {@code # headgate:waive RULE until=DAY owner=NAME
 * approver=NAME reason="TEXT"}, at the end of a line or on the line above. Only where the policy
 * allows them; then they are as strict as those of the file.
 */
public final class InlineWaivers {

  private static final String MARK = "headgate:waive";
  private static final List<String> KEYS = List.of("reason", "owner", "approver", "until");

  private final WaiverTerms terms;
  private final List<UserError.Message> mistakes = new ArrayList<>();

  /** Reads what the policy allows. */
  public InlineWaivers(Waivers waivers, Catalog catalog) {
    this.terms = new WaiverTerms(waivers, catalog);
  }

  /**
   * The waivers of a file by the line that they are about. Mistakes are kept for {@link
   * #stopAtMistakes}.
   */
  public Map<Integer, List<Waiver>> read(SourceText source) {
    Map<Integer, List<Waiver>> waivers = new LinkedHashMap<>();
    if (!source.text().contains(MARK)) {
      return waivers;
    }
    Reading reading = new Reading(source);
    List<Waiver> above = new ArrayList<>();
    for (int line = 1; line <= source.lineCount(); line++) {
      String text = source.line(line);
      int start = comment(text);
      Waiver waiver = start < 0 ? null : waiver(source, line, start, reading);
      boolean alone = start >= 0 && text.substring(0, start).isBlank();
      if (alone) {
        if (waiver != null) {
          above.add(waiver);
        }
      } else {
        List<Waiver> here = new ArrayList<>(above);
        above.clear();
        if (waiver != null) {
          here.add(waiver);
        }
        if (!here.isEmpty()) {
          waivers.put(line, here);
        }
      }
    }
    // Below nothing there is nothing to waive; the judge finds it unused.
    if (!above.isEmpty()) {
      waivers.put(source.lineCount() + 1, above);
    }
    reading
        .findings()
        .forEach(
            finding -> mistakes.add(new UserError.Message(finding.place(), finding.message())));
    return waivers;
  }

  /**
   * Ends the run if there was a mistake.
   *
   * @throws UserError with all mistakes in all files
   */
  public void stopAtMistakes() {
    if (!mistakes.isEmpty()) {
      throw new UserError(mistakes);
    }
  }

  /** Where the comment with a waiver begins; negative if the line has none. */
  private static int comment(String line) {
    for (int at = line.indexOf(MARK); at >= 0; at = line.indexOf(MARK, at + 1)) {
      int end = at;
      while (end > 0 && isBlank(line.charAt(end - 1))) {
        end--;
      }
      int start =
          end > 0 && line.charAt(end - 1) == '#'
              ? end - 1
              : end > 1 && line.startsWith("//", end - 2) ? end - 2 : -1;
      if (start == 0 || (start > 0 && isBlank(line.charAt(start - 1)))) {
        return start;
      }
    }
    return -1;
  }

  private static boolean isBlank(char c) {
    return c == ' ' || c == '\t';
  }

  private @Nullable Waiver waiver(SourceText source, int line, int start, Reading reading) {
    int from = source.offset(line, 1) + start;
    Place place = source.place(from, source.endOfLine(line));
    String text = source.text().substring(from, source.endOfLine(line));
    List<String> words = words(text.substring(text.indexOf(MARK) + MARK.length()));
    String rule = words.isEmpty() || words.get(0).indexOf('=') >= 0 ? "" : words.get(0);
    Map<String, String> values = new LinkedHashMap<>();
    for (String word : words.subList(rule.isEmpty() ? 0 : 1, words.size())) {
      int equals = word.indexOf('=');
      String key = equals < 0 ? word : word.substring(0, equals);
      if (!KEYS.contains(key) || equals < 0) {
        reading.unreadable(
            place,
            "",
            "A waiver in a comment has no '"
                + key
                + "'; write 'headgate:waive RULE until=2027-01-31 owner=NAME approver=NAME"
                + " reason=\"TEXT\"'."
                + Nearest.hint(key, KEYS));
      } else if (values.put(key, word.substring(equals + 1)) != null) {
        reading.unreadable(place, "", "'" + key + "' of a waiver is given twice.");
      }
    }
    String wrong = rule.isEmpty() ? missing("rule") : terms.wrongRule(rule);
    if (wrong != null) {
      reading.unreadable(place, "", wrong);
    }
    for (String key : KEYS) {
      if (values.getOrDefault(key, "").isBlank()) {
        reading.unreadable(place, "", missing(key));
      }
    }
    String until = values.getOrDefault("until", "");
    LocalDate day = WaiverTerms.day(until);
    if (day == null && !until.isBlank()) {
      reading.unreadable(place, "", WaiverTerms.wrongDay(until));
    }
    return day == null
        ? null
        : new Waiver(
            place,
            rule,
            Waiver.Scope.BESIDE,
            values.getOrDefault("reason", ""),
            values.getOrDefault("owner", ""),
            values.getOrDefault("approver", ""),
            day);
  }

  private static String missing(String key) {
    return "'" + key + "' of a waiver is missing; " + WaiverTerms.wanted(key) + ".";
  }

  /** Words between blanks; what stands between double quotes is one, without them. */
  private static List<String> words(String text) {
    List<String> words = new ArrayList<>();
    StringBuilder word = new StringBuilder();
    boolean quoted = false;
    for (int i = 0; i <= text.length(); i++) {
      char c = i < text.length() ? text.charAt(i) : ' ';
      if (c == '"') {
        quoted = !quoted;
      } else if (isBlank(c) && (!quoted || i == text.length())) {
        if (!word.isEmpty()) {
          words.add(word.toString());
        }
        word.setLength(0);
      } else if (c != '\r') {
        word.append(c);
      }
    }
    return words;
  }
}
