package io.headgate.rules.pii;

import io.headgate.spi.model.Located;
import io.headgate.spi.model.MaskingPolicy;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What a masking policy says itself about the data that it is for. */
final class MaskPurpose {

  private static final Set<String> WORDS =
      Set.of(
          "pii",
          "gdpr",
          "personal",
          "personally",
          "private",
          "privacy",
          "sensitive",
          "confidential",
          "health",
          "phi",
          "hipaa",
          "pci");

  private MaskPurpose() {}

  /** Why a policy is about personal data, as a clause; null if it does not say that it is. */
  static @Nullable String personal(MaskingPolicy policy) {
    if (Tokens.of(policy.category().orElse("")).stream().anyMatch(WORDS::contains)) {
      return "its category is '" + policy.category() + "'";
    }
    for (Located<String> field : policy.fields()) {
      if (field.isKnown() && Classifier.isPersonalName(field.get())) {
        return "its field '" + field + "' is personal";
      }
    }
    return null;
  }
}
