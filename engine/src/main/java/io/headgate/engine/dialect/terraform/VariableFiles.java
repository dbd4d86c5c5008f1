package io.headgate.engine.dialect.terraform;

import io.headgate.engine.dialect.terraform.ModuleSource.Declared;
import io.headgate.engine.document.hcl.Expression;
import io.headgate.engine.document.hcl.HclBody.Attribute;
import io.headgate.engine.document.hcl.HclFile;
import java.util.Map;

/**
 * What files of variables say: {@code terraform.tfvars} and then the {@code *.auto.tfvars} beside a
 * root module count; of the others nobody knows which one will be given.
 */
final class VariableFiles {

  private VariableFiles() {}

  /**
   * Fills in the values of a root module's variables.
   *
   * @param files all files of variables, in the order of their paths
   * @param values where the values go
   */
  static void fill(Root root, Map<String, HclFile> files, Map<String, Value> values) {
    String directory = root.module().source().directory();
    String prefix = directory.isEmpty() ? "" : directory + "/";
    String first = prefix + "terraform.tfvars";
    HclFile standard = files.get(first);
    if (standard != null) {
      put(root, standard, values);
    }
    files.forEach(
        (path, file) -> {
          if (Paths.directory(path).equals(directory) && path.endsWith(".auto.tfvars")) {
            put(root, file, values);
          }
        });
    files.forEach(
        (path, file) -> {
          if (path.startsWith(prefix) && !path.endsWith(".auto.tfvars") && !path.equals(first)) {
            doubt(root, file, values);
          }
        });
  }

  private static void put(Root root, HclFile file, Map<String, Value> values) {
    for (Attribute attribute : file.body().attributes()) {
      values.put(attribute.name(), root.evaluator().constant(attribute.value()));
    }
  }

  /** A value that another file replaces, if that file is given, is not sure. */
  private static void doubt(Root root, HclFile file, Map<String, Value> values) {
    for (Attribute attribute : file.body().attributes()) {
      Declared declared = root.module().source().variable(attribute.name());
      if (declared == null) {
        continue;
      }
      Expression written = declared.block().body().value("default");
      Value sure = values.get(attribute.name());
      if (sure == null && written != null) {
        sure = root.evaluator().constant(written);
      }
      Value other = root.evaluator().constant(attribute.value());
      if (sure == null || !Boolean.TRUE.equals(Equality.of(sure, other))) {
        values.put(
            attribute.name(), Value.unknown(attribute.value().place(), "var." + attribute.name()));
      }
    }
  }
}
