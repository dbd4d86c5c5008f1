package io.headgate.engine.dialect;

import java.util.List;

/**
 * What a dialect says of itself: which files it reads and what becomes of what stands in them.
 *
 * @param title what people call it, such as {@code Strimzi}
 * @param files by what its files are known, as a sentence
 * @param kinds what it reads
 * @param known the kinds that it knows and does not read, since nothing in them is judged
 * @param remarks what else one must know, each a sentence or two
 */
public record Description(
    String title, String files, List<ReadKind> kinds, List<String> known, List<String> remarks) {

  /** Copies the lists. */
  public Description {
    kinds = List.copyOf(kinds);
    known = List.copyOf(known);
    remarks = List.copyOf(remarks);
  }

  /**
   * A kind of object, file or folder that is read.
   *
   * @param name as the dialect calls it
   * @param becomes the kinds of resources that come of it, such as {@code user, acl, quota}
   * @param fields what is understood in it
   */
  public record ReadKind(String name, String becomes, List<ReadField> fields) {

    /** Copies the list. */
    public ReadKind {
      fields = List.copyOf(fields);
    }

    /**
     * A kind.
     *
     * @param fields each as {@code path: what becomes of it}
     */
    public static ReadKind of(String name, String becomes, String... fields) {
      return new ReadKind(
          name, becomes, java.util.Arrays.stream(fields).map(ReadField::parse).toList());
    }
  }

  /**
   * A field that is understood.
   *
   * @param path its keys, with dots between them; {@code []} behind the name of a list
   * @param becomes where it goes, with its unit where it has one
   */
  public record ReadField(String path, String becomes) {

    private static ReadField parse(String text) {
      int colon = text.indexOf(": ");
      return new ReadField(text.substring(0, colon), text.substring(colon + 2));
    }
  }
}
