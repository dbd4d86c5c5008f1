package io.headgate.engine.permit;

import io.headgate.engine.document.Documents;
import io.headgate.engine.document.Node;
import io.headgate.engine.document.Node.Entry;
import io.headgate.engine.document.Node.Mapping;
import io.headgate.engine.document.Node.Scalar;
import io.headgate.engine.document.Node.Sequence;
import io.headgate.engine.document.SourceText;
import io.headgate.engine.error.UserError;
import io.headgate.engine.permit.Evidence.Input;
import io.headgate.spi.model.Place;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Reads permits. Fields that are unknown are left aside, as in-toto wants it; whether a permit is
 * genuine is not looked at.
 */
public final class PermitReader {

  private static final int SHA256_DIGITS = 64;

  private final Place start;

  private PermitReader(Place start) {
    this.start = start;
  }

  /**
   * Reads a permit.
   *
   * @param shown how messages name it
   * @throws UserError if it is none, or contradicts itself, or is one that this version cannot read
   */
  public static Permit read(String shown, String text) {
    // The name decides how a file is read, and a permit may have any.
    SourceText source = new SourceText("permit.json", text);
    Documents documents = Documents.read(source);
    PermitReader reader = new PermitReader(Place.startOf(shown));
    if (!documents.problems().isEmpty()) {
      throw reader.wrong("This is no permit. " + documents.problems().get(0).message());
    }
    if (documents.documents().isEmpty()
        || !(documents.documents().get(0).root() instanceof Mapping statement)) {
      throw reader.wrong("This is no permit: it is no JSON object.");
    }
    return reader.permit(statement);
  }

  private Permit permit(Mapping statement) {
    if (statement.get("payloadType") != null || statement.get("dsseEnvelope") != null) {
      throw wrong(
          "This is a signed envelope: have its signature checked, and give the permit inside it.");
    }
    refuseOther(statement, "_type", Permit.STATEMENT);
    refuseOther(statement, "predicateType", Permit.PREDICATE);
    Mapping predicate = mapping(statement, "predicate");
    if (!(predicate.get(Permit.EXTENSION) instanceof Mapping own)) {
      throw wrong("This is a verification summary, but none of headgate: it names no files.");
    }
    String version = text(own, "version");
    if (!version.equals(Integer.toString(Permit.VERSION))) {
      throw wrong(
          "The permit is of version "
              + version
              + ", and this headgate reads version "
              + Permit.VERSION
              + "; take the headgate that wrote it.");
    }
    Evidence evidence = evidence(predicate, own);
    Mapping subject = first(statement);
    if (!evidence.dirHash().equals(text(mapping(subject, "digest"), "dirHash"))) {
      throw wrong(
          "The permit contradicts itself: its files do not give the digest of its subject.");
    }
    return new Permit(
        text(mapping(mapping(predicate, "verifier"), "version"), "headgate"),
        time(text(predicate, "timeVerified")),
        text(subject, "name"),
        evidence,
        new Permit.Terms(text(own, "threshold"), text(own, "environment"), texts(own, "options")),
        text(own, "base"),
        own.get("revision") instanceof Mapping revision
            ? text(mapping(revision, "digest"), "gitCommit")
            : "",
        text(predicate, "verificationResult").equals("PASSED")
            && text(own, "verdict").equals("open"));
  }

  private Evidence evidence(Mapping predicate, Mapping own) {
    SortedMap<String, String> files = new TreeMap<>();
    for (Entry file : mapping(own, "files").entries()) {
      files.put(file.key().text(), sha256(file));
    }
    List<Input> inputs = new ArrayList<>();
    Mapping policy = mapping(predicate, "policy");
    if (policy.get("digest") != null) {
      inputs.add(input(Evidence.POLICY, policy));
    }
    for (Node item : sequence(own, "inputs").items()) {
      if (!(item instanceof Mapping input)) {
        throw wrong("In the permit, 'inputs' must be a list of objects.");
      }
      inputs.add(input(text(mapping(input, "annotations"), "role"), input));
    }
    return new Evidence(files, new TreeSet<>(texts(own, "directories")), inputs);
  }

  private String sha256(Entry file) {
    String digest = file.value() instanceof Scalar scalar ? scalar.text() : "";
    if (digest.length() != SHA256_DIGITS) {
      throw wrong("In the permit, the file '" + file.key().text() + "' has no SHA-256.");
    }
    return digest;
  }

  private Input input(String role, Mapping input) {
    List<Entry> digests = mapping(input, "digest").entries();
    if (digests.isEmpty() || !(digests.get(0).value() instanceof Scalar digest)) {
      throw wrong("In the permit, the " + role + " has no digest.");
    }
    return new Input(role, text(input, "name"), digests.get(0).key().text(), digest.text());
  }

  private Mapping first(Mapping statement) {
    List<Node> subjects = sequence(statement, "subject").items();
    if (subjects.size() != 1 || !(subjects.get(0) instanceof Mapping subject)) {
      throw wrong("In the permit, 'subject' must be a list of one object.");
    }
    return subject;
  }

  private void refuseOther(Mapping mapping, String key, String wanted) {
    @Nullable String found = mapping.text(key);
    if (!wanted.equals(found)) {
      throw wrong(
          "This is no permit: its '"
              + key
              + "' is "
              + (found == null ? "missing" : "'" + found + "'")
              + ", not '"
              + wanted
              + "'.");
    }
  }

  private Instant time(String text) {
    try {
      return Instant.parse(text);
    } catch (DateTimeParseException e) {
      throw wrong("In the permit, 'timeVerified' is no time: '" + text + "'.");
    }
  }

  private Mapping mapping(Mapping in, String key) {
    if (in.get(key) instanceof Mapping found) {
      return found;
    }
    throw wrong("In the permit, '" + key + "' must be an object.");
  }

  private Sequence sequence(Mapping in, String key) {
    if (in.get(key) instanceof Sequence found) {
      return found;
    }
    throw wrong("In the permit, '" + key + "' must be a list.");
  }

  private List<String> texts(Mapping in, String key) {
    List<String> texts = new ArrayList<>();
    for (Node item : sequence(in, key).items()) {
      if (!(item instanceof Scalar scalar)) {
        throw wrong("In the permit, '" + key + "' must be a list of texts.");
      }
      texts.add(scalar.text());
    }
    return texts;
  }

  private String text(Mapping in, String key) {
    String found = in.text(key);
    if (found == null) {
      throw wrong("In the permit, '" + key + "' is missing.");
    }
    return found;
  }

  private UserError wrong(String message) {
    return new UserError(start, message);
  }
}
