package io.headgate.engine.dialect;

import io.headgate.engine.document.Document;
import io.headgate.engine.document.Documents;
import io.headgate.engine.document.Node.Scalar;
import io.headgate.engine.document.SourceText;
import io.headgate.spi.model.Place;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads the files of a run, each document by the first dialect that claims it. */
public final class Dialects {

  private static final String NOT_OURS = "nothing in it looks like a Kafka landscape";

  private static final String NO_SUBJECT =
      "it is called like no subject: its name ends with neither -value nor -key";

  private final DialectList dialects;
  private final TextPool texts = new TextPool();

  /** In the order in which they are asked. */
  public Dialects(DialectList dialects) {
    this.dialects = dialects;
  }

  /** What {@link #look} says of a file that is read; null for one that is none of our business. */
  public @Nullable ReadFile read(SourceText source, boolean asked) {
    return look(source, asked) instanceof ReadFile file ? file : null;
  }

  /**
   * Reads a file.
   *
   * @param asked whether the user named this very file, so that it is parsed whatever it looks like
   */
  public Looked look(SourceText source, boolean asked) {
    return look(source, asked, Added.NONE);
  }

  /**
   * Reads a file.
   *
   * @param asked whether the user named this very file, so that it is parsed whatever it looks like
   * @param added what is added to its objects elsewhere
   */
  public Looked look(SourceText source, boolean asked, Added added) {
    List<Dialect> candidates = candidates(source);
    if (candidates.isEmpty() && !asked && !mayLookLikeKafka(source)) {
      return new SkippedFile(source.file(), NOT_OURS, List.of());
    }
    Reading reading = new Reading(source, texts, added);
    for (Dialect dialect : candidates) {
      if (dialect.readsText(source.file())) {
        dialect.readText(source, reading);
        reading.hide(SecretLines.find(source));
        return reading.done(Set.of(dialect));
      }
    }
    if (SubjectNames.isSchema(source.file())) {
      return new SkippedFile(source.file(), NO_SUBJECT, List.of());
    }
    Documents documents = Documents.read(source);
    Set<Dialect> readers = new HashSet<>();
    boolean nothing = true;
    for (Document document : documents.documents()) {
      nothing &= document.root() instanceof Scalar scalar && scalar.isNull();
      reading.nextDocument();
      for (Document object : KubernetesObject.each(document)) {
        reading.cluster(null);
        Dialect reader = reader(candidates, object);
        if (reader != null) {
          reader.read(object, reading);
          readers.add(reader);
        } else {
          leave(object, reading);
        }
      }
    }
    reading.finish();
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
      readers.addAll(owners.isEmpty() && readers.isEmpty() ? all() : owners);
    } else if (nothing && !owners.isEmpty()) {
      reading.unreadable(
          Place.startOf(source.file()), "", "The file is empty; write the object or remove it.");
      readers.addAll(owners);
    }
    return readers.isEmpty()
        ? new SkippedFile(source.file(), reason(documents, candidates, reading), reading.unread())
        : reading.done(readers);
  }

  private static boolean mayLookLikeKafka(SourceText source) {
    return SubjectNames.isSchema(source.file())
        || (!source.file().endsWith(".properties") && KafkaSigns.mayHold(source.text()));
  }

  private static void leave(Document document, Reading reading) {
    Sign sign = KafkaSigns.of(document);
    if (sign != null) {
      reading.leave(sign);
    }
  }

  private static @Nullable Dialect reader(List<Dialect> candidates, Document document) {
    for (Dialect dialect : candidates) {
      if (dialect.reads(document)) {
        return dialect;
      }
    }
    return null;
  }

  private static String reason(Documents documents, List<Dialect> candidates, Reading reading) {
    if (!reading.unread().isEmpty()) {
      return "no dialect reads what is in it";
    }
    if (!documents.problems().isEmpty()) {
      return "it cannot be parsed, and nothing says that it is part of a Kafka landscape: "
          + documents.problems().get(0).place()
          + ": "
          + documents.problems().get(0).message();
    }
    if (candidates.isEmpty()) {
      return NOT_OURS;
    }
    StringBuilder names = new StringBuilder();
    for (Dialect dialect : candidates) {
      names.append(names.isEmpty() ? "" : " or ").append(dialect.name());
    }
    return "it could be " + names + " by its path or a word in it, but no document in it is";
  }

  /**
   * What to say about a file that cannot be opened as text.
   *
   * @param head the text of its beginning as far as it could be read
   * @param asked whether the user named this very file
   */
  public Looked refuse(SourceText head, Place place, String message, boolean asked) {
    List<Dialect> owners = owners(candidates(head), head);
    if (owners.isEmpty() && !asked) {
      return new SkippedFile(head.file(), "it cannot be read as text: " + message, List.of());
    }
    Reading reading = new Reading(head, texts, Added.NONE);
    reading.unreadable(place, "", message);
    return reading.done(Set.copyOf(owners.isEmpty() ? all() : owners));
  }

  private List<Dialect> candidates(SourceText source) {
    List<Dialect> candidates = new ArrayList<>();
    long seen = dialects.glance(source.file(), source.text());
    for (int i = 0; i < dialects.size(); i++) {
      if ((seen & (1L << i)) != 0 && dialects.get(i).mayRead(source.file(), source.text())) {
        candidates.add(dialects.get(i));
      }
    }
    return candidates;
  }

  private List<Dialect> all() {
    List<Dialect> all = new ArrayList<>();
    for (int i = 0; i < dialects.size(); i++) {
      all.add(dialects.get(i));
    }
    return all;
  }

  /** The candidates to which a file belongs even when it cannot be read. */
  private static List<Dialect> owners(List<Dialect> candidates, SourceText source) {
    List<Dialect> owners = new ArrayList<>();
    for (Dialect dialect : candidates) {
      if (dialect.owns(source.file(), source.text())) {
        owners.add(dialect);
      }
    }
    return owners;
  }
}
