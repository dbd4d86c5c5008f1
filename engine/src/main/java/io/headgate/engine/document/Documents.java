package io.headgate.engine.document;

import io.headgate.spi.model.Place;
import java.util.List;

/**
 * What a file holds.
 *
 * @param documents the documents that could be read; those ahead of a fatal problem are kept
 * @param problems what could not be read
 */
public record Documents(List<Document> documents, List<Problem> problems) {

  /** Copies the lists. */
  public Documents {
    documents = List.copyOf(documents);
    problems = List.copyOf(problems);
  }

  /** Reads a file: JSON if its name ends with {@code .json}, otherwise YAML. */
  public static Documents read(SourceText source) {
    int nul = source.text().indexOf('\0');
    if (nul >= 0) {
      return unreadable(source.place(nul, nul + 1), "The file holds a NUL byte, so it is no text.");
    }
    return source.file().endsWith(".json")
        ? JsonDocuments.read(source)
        : YamlDocuments.read(source);
  }

  static Documents unreadable(Place place, String message) {
    return new Documents(List.of(), List.of(new Problem(place, message)));
  }
}
