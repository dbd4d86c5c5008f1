package io.headgate.engine.drl;

import java.io.ByteArrayInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/**
 * What a class file reaches for, by its constant pool: every class, field and method that its code
 * can name is there, those behind lambdas and concatenations included (JVMS 4.4).
 */
final class ClassFile {

  private static final int MAGIC = 0xCAFEBABE;
  private static final int NATIVE = 0x0100;

  private final DataInputStream in;
  private final byte[] tags;
  private final int[] first;
  private final int[] second;
  private final @Nullable String[] texts;

  private ClassFile(byte[] bytes) throws IOException {
    in = new DataInputStream(new ByteArrayInputStream(bytes));
    if (in.readInt() != MAGIC) {
      throw new IOException("It is no class file.");
    }
    in.readInt();
    int count = in.readUnsignedShort();
    tags = new byte[count];
    first = new int[count];
    second = new int[count];
    texts = new String[count];
    for (int i = 1; i < count; i++) {
      byte tag = in.readByte();
      tags[i] = tag;
      switch (tag) {
        case 1 -> texts[i] = in.readUTF();
        case 3, 4 -> in.readInt();
        case 5, 6 -> {
          in.readLong();
          i++;
        }
        case 7, 8, 16 -> first[i] = in.readUnsignedShort();
        case 9, 10, 11, 12, 18 -> {
          first[i] = in.readUnsignedShort();
          second[i] = in.readUnsignedShort();
        }
        case 15 -> {
          in.readByte();
          first[i] = in.readUnsignedShort();
        }
        default -> throw new IOException("It has a constant of kind " + tag + ".");
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
    } catch (IOException | IndexOutOfBoundsException e) {
      return "It is damaged.";
    }
  }

  /** Whether a text is among its constants. */
  static boolean mentions(byte[] bytes, String text) {
    try {
      for (String constant : new ClassFile(bytes).texts) {
        if (text.equals(constant)) {
          return true;
        }
      }
      return false;
    } catch (IOException | IndexOutOfBoundsException e) {
      return false;
    }
  }

  private @Nullable String refusedConstant(String home) throws IOException {
    for (int i = 1; i < tags.length; i++) {
      if (tags[i] == 7) {
        String owner = element(text(first[i]));
        if (!owner.isEmpty() && !owner.startsWith(home) && !Allowed.type(owner)) {
          return "It uses " + owner.replace('/', '.') + ".";
        }
      } else if (tags[i] == 9 || tags[i] == 10 || tags[i] == 11) {
        String owner = text(first[first[i]]);
        String member = text(first[second[i]]);
        if (!owner.startsWith(home) && !Allowed.member(owner, member)) {
          return "It uses " + owner.replace('/', '.') + "." + member + ".";
        }
      }
    }
    return null;
  }

  private @Nullable String refusedMember(String name) throws IOException {
    in.readUnsignedShort();
    if (!text(first[in.readUnsignedShort()]).equals(name)) {
      return "It has another name.";
    }
    String parent = text(first[in.readUnsignedShort()]);
    if (!parent.equals("java/lang/Object") && !parent.equals("java/lang/Enum")) {
      // What it inherits it can use under its own name.
      return "It extends " + parent.replace('/', '.') + ".";
    }
    in.skipNBytes(2L * in.readUnsignedShort());
    for (int kind = 0; kind < 2; kind++) {
      for (int left = in.readUnsignedShort(); left > 0; left--) {
        if ((in.readUnsignedShort() & NATIVE) != 0) {
          return "It has native code.";
        }
        in.readInt();
        for (int attributes = in.readUnsignedShort(); attributes > 0; attributes--) {
          in.readUnsignedShort();
          in.skipNBytes(Integer.toUnsignedLong(in.readInt()));
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

  private String text(int index) throws IOException {
    String text = texts[index];
    if (text == null) {
      throw new IOException("It points at no text.");
    }
    return text;
  }
}
