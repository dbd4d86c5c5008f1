package io.headgate.engine.drl;

import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * What a class file reaches for, by its constant pool: every class, field and method that its code
 * can name is there, those behind lambdas and concatenations included (JVMS 4.4). Read from the
 * bare bytes: this happens to each class of each pack at each start.
 */
final class ClassFile {

  private static final int MAGIC = 0xCAFEBABE;
  private static final int NATIVE = 0x0100;

  private static final int UTF8 = 1;
  private static final int INTEGER = 3;
  private static final int FLOAT = 4;
  private static final int LONG = 5;
  private static final int DOUBLE = 6;
  private static final int CLASS = 7;
  private static final int STRING = 8;
  private static final int FIELD = 9;
  private static final int METHOD = 10;
  private static final int INTERFACE_METHOD = 11;
  private static final int NAME_AND_TYPE = 12;
  private static final int METHOD_HANDLE = 15;
  private static final int METHOD_TYPE = 16;
  private static final int INVOKE_DYNAMIC = 18;

  private final byte[] bytes;

  /** Where each constant begins, at its tag; 0 for the second half of a long one. */
  private final int[] constants;

  private int at;

  /**
   * @throws IndexOutOfBoundsException if it is cut off
   * @throws IllegalArgumentException if it is something else
   */
  private ClassFile(byte[] bytes) {
    this.bytes = bytes;
    if (u4(0) != MAGIC) {
      throw new IllegalArgumentException();
    }
    constants = new int[u2(8)];
    at = 10;
    for (int i = 1; i < constants.length; i++) {
      constants[i] = at;
      switch (bytes[at]) {
        case UTF8 -> at += 3 + u2(at + 1);
        case INTEGER, FLOAT, FIELD, METHOD, INTERFACE_METHOD, NAME_AND_TYPE, INVOKE_DYNAMIC ->
            at += 5;
        case LONG, DOUBLE -> {
          at += 9;
          i++;
        }
        case CLASS, STRING, METHOD_TYPE -> at += 3;
        case METHOD_HANDLE -> at += 4;
        // Modules and packages have no place in a class; constants made by code are not let in.
        default -> throw new IllegalArgumentException();
      }
    }
  }

  /**
   * What in a class file is not allowed, as a sentence, or null if all is.
   *
   * @param name the name that the class must have
   * @param home the package of the pack, whose own classes may be used
   */
  static @Nullable String refusal(byte[] bytes, String name, String home) {
    try {
      ClassFile file = new ClassFile(bytes);
      String refused = file.refusedConstant(home.replace('.', '/') + "/");
      return refused != null ? refused : file.refusedMember(name.replace('.', '/'));
    } catch (IndexOutOfBoundsException | IllegalArgumentException e) {
      return "It is damaged.";
    }
  }

  /** Whether a text is among its constants. */
  static boolean mentions(byte[] bytes, String text) {
    try {
      ClassFile file = new ClassFile(bytes);
      for (int constant : file.constants) {
        if (constant > 0 && bytes[constant] == UTF8 && file.textAt(constant).equals(text)) {
          return true;
        }
      }
      return false;
    } catch (IndexOutOfBoundsException | IllegalArgumentException e) {
      return false;
    }
  }

  private @Nullable String refusedConstant(String home) {
    for (int i = 1; i < constants.length; i++) {
      int constant = constants[i];
      if (constant == 0) {
        continue;
      }
      int tag = bytes[constant];
      if (tag == CLASS) {
        String owner = element(text(u2(constant + 1)));
        if (!owner.isEmpty() && !owner.startsWith(home) && !Allowed.type(owner)) {
          return "It uses " + owner.replace('/', '.') + ".";
        }
      } else if (tag == FIELD || tag == METHOD || tag == INTERFACE_METHOD) {
        String owner = className(u2(constant + 1));
        String member = text(u2(at(u2(constant + 3), NAME_AND_TYPE) + 1));
        if (!owner.startsWith(home) && !Allowed.member(owner, member)) {
          return "It uses " + owner.replace('/', '.') + "." + member + ".";
        }
      }
    }
    return null;
  }

  private @Nullable String refusedMember(String name) {
    if (!className(u2(at + 2)).equals(name)) {
      return "It has another name.";
    }
    String parent = className(u2(at + 4));
    if (!parent.equals("java/lang/Object") && !parent.equals("java/lang/Enum")) {
      // What it inherits it can use under its own name.
      return "It extends " + parent.replace('/', '.') + ".";
    }
    at += 8 + 2 * u2(at + 6);
    for (int kind = 0; kind < 2; kind++) {
      int members = u2(at);
      at += 2;
      for (; members > 0; members--) {
        if ((u2(at) & NATIVE) != 0) {
          return "It has native code.";
        }
        int attributes = u2(at + 6);
        at += 8;
        for (; attributes > 0; attributes--) {
          int length = u4(at + 2);
          if (length < 0 || length > bytes.length) {
            throw new IllegalArgumentException();
          }
          at += 6 + length;
        }
      }
    }
    return null;
  }

  /** The class of the elements of an array, the name itself, or nothing for a primitive. */
  private static String element(String name) {
    int dimensions = 0;
    while (dimensions < name.length() && name.charAt(dimensions) == '[') {
      dimensions++;
    }
    return dimensions == 0
        ? name
        : name.endsWith(";") ? name.substring(dimensions + 1, name.length() - 1) : "";
  }

  private String className(int index) {
    return text(u2(at(index, CLASS) + 1));
  }

  private String text(int index) {
    return textAt(at(index, UTF8));
  }

  private String textAt(int constant) {
    return new String(bytes, constant + 3, u2(constant + 1), StandardCharsets.UTF_8);
  }

  /** Where a constant begins that must be of a kind. */
  private int at(int index, int tag) {
    int constant = constants[index];
    if (constant == 0 || bytes[constant] != tag) {
      throw new IllegalArgumentException();
    }
    return constant;
  }

  private int u2(int index) {
    return ((bytes[index] & 0xff) << 8) | (bytes[index + 1] & 0xff);
  }

  private int u4(int index) {
    return (u2(index) << 16) | u2(index + 2);
  }
}
