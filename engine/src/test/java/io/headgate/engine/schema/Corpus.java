package io.headgate.engine.schema;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * Schemas from a resource: {@code === title} opens one, {@code # } is a remark, {@code ?
 * line:column message} a problem that is expected, and the rest is the schema.
 */
record Corpus(String title, String text, List<String> problems) {

  static List<Corpus> read(String resource) {
    String all;
    try (InputStream in = Corpus.class.getResourceAsStream(resource)) {
      all = new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new IllegalStateException(resource, e);
    }
    List<Corpus> cases = new ArrayList<>();
    for (String part : all.substring("=== ".length()).split("\n=== ", -1)) {
      List<String> lines = part.lines().toList();
      List<String> problems = new ArrayList<>();
      List<String> text = new ArrayList<>();
      for (String line : lines.subList(1, lines.size())) {
        if (line.startsWith("? ")) {
          problems.add(line.substring(2));
        } else if (!line.startsWith("# ")) {
          text.add(line);
        }
      }
      cases.add(new Corpus(lines.get(0), String.join("\n", text), problems));
    }
    return cases;
  }

  @Override
  public String toString() {
    return title;
  }
}
