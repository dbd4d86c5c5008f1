package io.headgate.engine.dialect.terraform;

import io.headgate.engine.document.Problem;
import io.headgate.engine.document.hcl.HclBody.Attribute;
import io.headgate.engine.document.hcl.HclBody.Block;
import io.headgate.engine.document.hcl.HclFile;
import io.headgate.spi.Nearest;
import io.headgate.spi.model.Place;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Finds arguments that the type of a resource does not have. */
final class Arguments {

  private Arguments() {}

  /** What Terraform would refuse in some files. */
  static List<Problem> unknown(List<HclFile> files) {
    List<Problem> problems = new ArrayList<>();
    for (HclFile file : files) {
      for (Block block : file.body().blocks()) {
        String type = block.label(0);
        if (block.type().equals("resource") && type != null && Types.isRead(type)) {
          Set<String> known = Types.arguments(type);
          for (Attribute attribute : block.body().attributes()) {
            check(attribute.name(), attribute.namePlace(), type, known, problems);
          }
          for (Block inner : block.body().blocks()) {
            check(inner.type(), inner.head(), type, known, problems);
          }
        }
      }
    }
    return problems;
  }

  private static void check(
      String name, Place place, String type, Set<String> known, List<Problem> problems) {
    if (!known.contains(name) && !Bodies.META.contains(name)) {
      problems.add(
          new Problem(
              place,
              "'"
                  + (name.length() > 60 ? name.substring(0, 60) + "..." : name)
                  + "' is no argument of a "
                  + type
                  + ", so Terraform refuses it."
                  + Nearest.hint(name, known)));
    }
  }
}
