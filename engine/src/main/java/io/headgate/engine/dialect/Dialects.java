package io.headgate.engine.dialect;

import io.headgate.engine.document.Document;
import io.headgate.engine.document.Documents;
import io.headgate.engine.document.Node.Scalar;
import io.headgate.engine.document.SourceText;
import io.headgate.spi.model.Place;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads the files of a run, each document by the first dialect that claims it. */
public final class Dialects {

  private final List<Dialect> dialects;
  private final TextPool texts = new TextPool();

  /** In the order in which they are asked. */
  public Dialects(List<Dialect> dialects) {
    this.dialects = List.copyOf(dialects);
  }

  /**
   * Reads a file.
   *
   * @param asked whether the user named this very file, so that it is parsed whatever it looks like
   * @return what it says, or null if it is none of our business
   */
  public @Nullable ReadFile read(SourceText source, boolean asked) {
    List<Dialect> candidates = candidates(source);
    if (candidates.isEmpty() && !asked) {
      return null;
    }
    Documents documents = Documents.read(source);
    Reading reading = new Reading(source, texts);
    Set<Dialect> readers = new HashSet<>();
    boolean nothing = true;
    for (Document document : documents.documents()) {
      nothing &= document.root() instanceof Scalar scalar && scalar.isNull();
      reading.nextDocument();
      for (Document object : KubernetesObject.each(document)) {
        reading.cluster(null);
        candidates.stream()
            .filter(dialect -> dialect.reads(object))
            .findFirst()
            .ifPresent(
                dialect -> {
                  dialect.read(object, reading);
                  readers.add(dialect);
                });
      }
    }
    if (!readers.isEmpty()) {
      Set<Place> known = reading.secrets();
      for (Document document : documents.documents()) {
        Secrets.tokens(document.root(), source, known, reading::add);
        reading.hide(Secrets.written(document.root(), source));
      }
    }
    List<Dialect> owners = owners(candidates, source);
    if (!documents.problems().isEmpty() && (asked || !readers.isEmpty() || !owners.isEmpty())) {
      reading.problems(documents.problems());
      reading.hide(SecretLines.find(source));
      readers.addAll(owners.isEmpty() && readers.isEmpty() ? dialects : owners);
    } else if (nothing && !owners.isEmpty()) {
      reading.unreadable(
          Place.startOf(source.file()), "", "The file is empty; write the object or remove it.");
      readers.addAll(owners);
    }
    return readers.isEmpty() ? null : reading.done(readers);
  }

  /**
   * What to say about a file that cannot be opened as text, or null if it is none of our business.
   *
   * @param head the text of its beginning as far as it could be read
   * @param asked whether the user named this very file
   */
  public @Nullable ReadFile refuse(SourceText head, Place place, String message, boolean asked) {
    List<Dialect> owners = owners(candidates(head), head);
    if (owners.isEmpty() && !asked) {
      return null;
    }
    Reading reading = new Reading(head, texts);
    reading.unreadable(place, "", message);
    return reading.done(Set.copyOf(owners.isEmpty() ? dialects : owners));
  }

  private List<Dialect> candidates(SourceText source) {
    return dialects.stream()
        .filter(dialect -> dialect.mayRead(source.file(), source.text()))
        .toList();
  }

  /** The candidates to which a file belongs even when it cannot be read. */
  private static List<Dialect> owners(List<Dialect> candidates, SourceText source) {
    return candidates.stream()
        .filter(dialect -> dialect.owns(source.file(), source.text()))
        .toList();
  }
}
