package io.headgate.engine.page;

import io.headgate.engine.page.PageCase.Expectation;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads the cases of a page. Three constructs and no more: a heading opens a case; a fenced block
 * with a path names a file of the case; {@code # finding: <part of the message>} on a line, or
 * alone above it, expects a finding there. Where a line can hold no comment the info line of the
 * fence says it: {@code {<line>: <part of the message>}}.
 */
public final class PageParser {

  private static final String MARK = "# finding:";
  private static final Pattern FENCE = Pattern.compile("(`{3,})\\s*(\\S*)\\s*([^\\s{]*)\\s*(.*)");
  private static final Pattern EXPECTED = Pattern.compile("\\{(\\d+):\\s*([^}]*)}");

  private final List<PageCase> cases = new ArrayList<>();
  private String section = "";
  private String name = "";
  private Map<String, String> files = new LinkedHashMap<>();
  private List<Expectation> expected = new ArrayList<>();

  private PageParser() {}

  /**
   * The cases of a page, in its order.
   *
   * @throws IllegalArgumentException if a block is not closed or a file is given twice in one case
   */
  public static List<PageCase> cases(String markdown) {
    PageParser parser = new PageParser();
    List<String> lines = markdown.lines().toList();
    for (int i = 0; i < lines.size(); i++) {
      String line = lines.get(i);
      Matcher fence = FENCE.matcher(line);
      if (fence.matches()) {
        int end = i + 1;
        while (end < lines.size() && !lines.get(end).strip().equals(fence.group(1))) {
          end++;
        }
        if (end == lines.size()) {
          throw new IllegalArgumentException("The block at line " + (i + 1) + " is not closed.");
        }
        if (!fence.group(3).isEmpty()) {
          parser.file(fence.group(3), lines.subList(i + 1, end), fence.group(4));
        }
        i = end;
      } else if (line.startsWith("#")) {
        parser.heading(line);
      }
    }
    parser.close();
    return parser.cases;
  }

  private void heading(String line) {
    close();
    name = line.replaceFirst("^#+\\s*", "");
    if (line.startsWith("## ")) {
      section = name;
    }
  }

  private void file(String path, List<String> lines, String info) {
    if (files.put(path, String.join("\n", lines) + "\n") != null) {
      throw new IllegalArgumentException(
          "The file '" + path + "' is given twice in '" + name + "'.");
    }
    Matcher said = EXPECTED.matcher(info);
    while (said.find()) {
      expected.add(new Expectation(path, Integer.parseInt(said.group(1)), said.group(2).strip()));
    }
    for (int i = 0; i < lines.size(); i++) {
      int mark = lines.get(i).indexOf(MARK);
      if (mark >= 0) {
        int line = i;
        if (lines.get(i).substring(0, mark).isBlank()) {
          while (line < lines.size() && lines.get(line).strip().startsWith(MARK)) {
            line++;
          }
        }
        expected.add(
            new Expectation(path, line + 1, lines.get(i).substring(mark + MARK.length()).strip()));
      }
    }
  }

  private void close() {
    if (!files.isEmpty()) {
      cases.add(new PageCase(section, name, files, expected));
    }
    files = new LinkedHashMap<>();
    expected = new ArrayList<>();
  }
}
