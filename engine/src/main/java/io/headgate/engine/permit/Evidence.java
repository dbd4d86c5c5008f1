package io.headgate.engine.permit;

import io.headgate.engine.drl.Digests;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * What a judgement rests on.
 *
 * @param files SHA-256 in hexadecimal digits of each file that was looked at, by its path relative
 *     to the root, with forward slashes
 * @param directories those that were looked into though nobody asked for them, such as modules
 * @param inputs what besides these files decides, such as the policy; in the order of {@link Input}
 */
public record Evidence(
    SortedMap<String, String> files, SortedSet<String> directories, List<Input> inputs) {

  /** What the policy is called. */
  public static final String POLICY = "policy";

  /** What a rule pack is called. */
  public static final String PACK = "pack";

  /** What a directory is called that files are compared with. */
  public static final String BASE = "base";

  /** What stands ahead of the role of one of headgate's own files as the base has it. */
  public static final String OF_BASE = "base-";

  /** Copies the collections. */
  public Evidence {
    files = Collections.unmodifiableSortedMap(new TreeMap<>(files));
    directories = Collections.unmodifiableSortedSet(new TreeSet<>(directories));
    // Some are read more than once.
    inputs = List.copyOf(new TreeSet<>(inputs));
  }

  /** Whether there is an input of a role. */
  public boolean has(String role) {
    for (Input input : inputs) {
      if (input.role().equals(role)) {
        return true;
      }
    }
    return false;
  }

  /**
   * Something else that decides.
   *
   * @param role what it is: {@code policy}, {@code baseline}, {@code waivers}, {@code pack} or
   *     {@code base}; of the base {@code base-policy}, {@code base-baseline} and {@code
   *     base-waivers}
   * @param name its path relative to the root, or the id of a pack with its version
   * @param algorithm {@code sha256} of a file's bytes, {@code headgatePack} of a pack that is a
   *     directory, {@code dirHash} of a base
   * @param digest in hexadecimal digits
   */
  public record Input(String role, String name, String algorithm, String digest)
      implements Comparable<Input> {

    /** Whether it is what files were compared with, or of it: it need not be there any more. */
    public boolean isOfBase() {
      return role.equals(BASE) || role.startsWith(OF_BASE);
    }

    @Override
    public int compareTo(Input other) {
      int byRole = role.compareTo(other.role);
      int byName = byRole == 0 ? name.compareTo(other.name) : byRole;
      return byName == 0 ? digest.compareTo(other.digest) : byName;
    }
  }

  /** {@link #dirHash(Map)} of the files. */
  public String dirHash() {
    return dirHash(files);
  }

  /**
   * The digest of a set of files that in-toto calls {@code dirHash}: Hash1 of Go's {@code
   * golang.org/x/mod/sumdb/dirhash} in hexadecimal digits. It is SHA-256 over a line for each file,
   * in the order of the bytes of the paths: the file's SHA-256 in hexadecimal digits, two blanks,
   * the path and a line feed.
   *
   * @param files SHA-256 in hexadecimal digits by path; no path holds a line feed
   */
  public static String dirHash(Map<String, String> files) {
    List<byte[]> paths = new ArrayList<>(files.size());
    for (String path : files.keySet()) {
      paths.add(path.getBytes(StandardCharsets.UTF_8));
    }
    // Not as Java sorts strings: that differs beyond the Basic Multilingual Plane.
    paths.sort(Arrays::compareUnsigned);
    MessageDigest digest = Digests.sha256();
    for (byte[] path : paths) {
      String sha256 = files.get(new String(path, StandardCharsets.UTF_8));
      digest.update((sha256 + "  ").getBytes(StandardCharsets.US_ASCII));
      digest.update(path);
      digest.update((byte) '\n');
    }
    return HexFormat.of().formatHex(digest.digest());
  }
}
