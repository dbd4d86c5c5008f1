package io.headgate.cli;

import io.headgate.engine.catalog.Catalog;
import io.headgate.engine.document.Documents;
import io.headgate.engine.document.Limits;
import io.headgate.engine.document.SourceText;
import io.headgate.engine.error.UserError;
import io.headgate.engine.policy.PackRef;
import io.headgate.engine.policy.Policy;
import io.headgate.engine.policy.PolicyReader;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.MalformedInputException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A policy on disk, parsed but not yet understood: that takes the rules of the packs it names.
 *
 * @param path where it lies, absolute
 * @param shown how messages name that directory: nothing, or a path with a slash at its end
 */
record PolicyFile(Path path, String shown, SourceText source, Documents documents) {

  /** The directory that it lies in. */
  Path directory() {
    return Objects.requireNonNull(path.getParent());
  }

  /**
   * Reads a policy.
   *
   * @param root what messages name it relative to, if it lies below
   * @throws UserError if it is not there or cannot be read
   */
  static PolicyFile read(Path given, Path root) {
    return read(given, root, Tree.DISK);
  }

  /** Does the same among the files of a tree. */
  static PolicyFile read(Path given, Path root, Tree tree) {
    Path file = given.toAbsolutePath().normalize();
    if (file.getParent() == null) {
      throw new UserError("There is no policy '" + given + "'.");
    }
    boolean inside = file.startsWith(root);
    String name = inside ? root.relativize(file).toString().replace('\\', '/') : file.toString();
    int slash = name.replace('\\', '/').lastIndexOf('/');
    SourceText source =
        new SourceText(inside ? name : PolicyReader.FILE, text(file, "policy", name, tree));
    return new PolicyFile(file, name.substring(0, slash + 1), source, Documents.read(source));
  }

  /** The first {@code headgate.yaml} on the way up, as far as the repository goes; or null. */
  static @Nullable Path nearest(Path from) {
    return nearest(from, Tree.DISK);
  }

  /** Does the same among the files of a tree. */
  static @Nullable Path nearest(Path from, Tree tree) {
    for (Path directory = from; directory != null; directory = directory.getParent()) {
      Path file = directory.resolve(PolicyReader.FILE);
      if (tree.isFile(file)) {
        return file;
      }
      if (Files.exists(directory.resolve(".git"))) {
        return null;
      }
    }
    return null;
  }

  /** The packs it names. */
  List<PackRef> packs() {
    return PolicyReader.packs(source, documents);
  }

  /** What it says. */
  Policy policy(Catalog catalog) {
    return PolicyReader.read(source, documents, catalog);
  }

  /**
   * The text of one of headgate's own files.
   *
   * @param what what it is to be, for messages
   * @param name how messages call it
   * @throws UserError if it is not there or cannot be read
   */
  static String text(Path file, String what, String name) {
    return text(file, what, name, Tree.DISK);
  }

  /** Does the same among the files of a tree. */
  static String text(Path file, String what, String name, Tree tree) {
    try {
      if (tree.index() != null || tree.filesFor(file) != null) {
        return fromGit(file, what, name, tree);
      }
      Path there = tree.onDisk(file);
      if (!Files.isRegularFile(there)) {
        throw new UserError("There is no " + what + " '" + name + "'.");
      }
      if (Files.size(there) > Limits.FILE_BYTES) {
        throw new UserError("The " + what + " '" + name + "' is too large.");
      }
      if (tree.grounds() == null) {
        return Files.readString(there, StandardCharsets.UTF_8);
      }
      byte[] bytes = Files.readAllBytes(there);
      note(file, what, name, tree, bytes);
      return decoded(bytes);
    } catch (MalformedInputException e) {
      throw new UserError("The " + what + " '" + name + "' is not UTF-8; save it as UTF-8.");
    } catch (IOException e) {
      throw new UserError("The " + what + " '" + name + "' cannot be opened.");
    }
  }

  private static String fromGit(Path file, String what, String name, Tree tree) throws IOException {
    byte[] bytes;
    try {
      bytes = tree.content(file, Limits.FILE_BYTES + 1);
    } catch (FileNotFoundException e) {
      throw new UserError(
          tree.index() == null
              ? "The " + what + " '" + name + "' is a link that leads to no file of that commit."
              : "There is no staged " + what + " '" + name + "'; 'git add' it.");
    }
    if (bytes.length > Limits.FILE_BYTES) {
      throw new UserError("The " + what + " '" + name + "' is too large.");
    }
    note(file, what, name, tree, bytes);
    return decoded(bytes);
  }

  private static void note(Path file, String what, String name, Tree tree, byte[] bytes) {
    Grounds grounds = tree.grounds();
    if (grounds != null && !tree.isJudged() && tree.isOther(file)) {
      grounds.noteOfBase(what, name, tree.filesFor(file) == null ? tree.onDisk(file) : null, bytes);
    } else if (grounds != null) {
      grounds.note(what, file, bytes);
    }
  }

  private static String decoded(byte[] bytes) throws IOException {
    return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
  }
}
