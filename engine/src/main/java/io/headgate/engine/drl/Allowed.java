package io.headgate.engine.drl;

/**
 * What compiled rules may use: the model, values of Java without effects, and the part of Drools by
 * which rules are described. What is not listed is refused. Names are as in class files.
 */
public final class Allowed {

  private static final String MODEL = "io/headgate/spi/model/";

  private Allowed() {}

  /** Whether compiled rules may name the type. */
  public static boolean type(String name) {
    if (name.startsWith(MODEL) || name.startsWith("org/drools/model/")) {
      return true;
    }
    return switch (name) {
      case "java/lang/Throwable",
          "java/lang/Exception",
          "java/lang/Comparable",
          "java/lang/CharSequence",
          "java/lang/Iterable",
          "java/lang/invoke/CallSite",
          "java/lang/invoke/MethodHandle",
          "java/lang/invoke/MethodHandles",
          "java/lang/invoke/MethodHandles$Lookup",
          "java/lang/invoke/MethodType",
          "java/io/Serializable",
          "java/time/format/DateTimeFormatter",
          "java/util/function/Supplier" ->
          true;
      default -> member(name, "");
    };
  }

  /** Whether compiled rules may use the member; the empty member asks for the type alone. */
  public static boolean member(String owner, String member) {
    if (owner.startsWith(MODEL)) {
      return true;
    }
    if (owner.startsWith("java/lang/")) {
      return language(owner.substring(10), member);
    }
    if (owner.startsWith("java/util/")) {
      return collection(owner.substring(10), member);
    }
    if (owner.startsWith("org/drools/")) {
      return drools(owner.substring(11), member);
    }
    return switch (owner) {
      case "io/headgate/spi/Related" -> is(member, "<init>");
      case "io/headgate/engine/drl/RuleFindings" -> is(member, "add");
      case "io/headgate/engine/drl/RuleSettings" ->
          is(member, "integer", "bool", "text", "texts", "matches");
      case "org/apache/kafka/common/acl/AclOperation",
          "org/apache/kafka/common/acl/AclPermissionType",
          "org/apache/kafka/common/resource/PatternType",
          "org/apache/kafka/common/resource/ResourceType" ->
          !member.equals("getClass");
      case "java/math/BigDecimal" -> is(member, "<init>", "valueOf", "compareTo", "equals");
      case "java/time/format/DateTimeFormatterBuilder" ->
          is(member, "<init>", "parseCaseInsensitive", "appendPattern", "toFormatter");
      default -> false;
    };
  }

  private static boolean language(String owner, String member) {
    return switch (owner) {
      case "Object" -> is(member, "<init>", "equals", "hashCode", "toString");
      case "Enum" ->
          is(member, "<init>", "valueOf", "name", "ordinal", "compareTo", "equals", "toString");
      case "String" -> string(member);
      case "StringBuilder" -> is(member, "<init>", "append", "toString");
      case "Boolean", "Byte", "Character", "Short", "Integer", "Long", "Float", "Double" ->
          is(member, "valueOf", "equals", "hashCode", "toString", "compareTo", "compare", "TYPE")
              || member.endsWith("Value");
      case "Number" -> is(member, "<init>") || member.endsWith("Value");
      case "Class", "Void" -> is(member);
      case "IllegalArgumentException", "RuntimeException", "NoSuchFieldError" ->
          is(member, "<init>");
      case "System" -> is(member, "arraycopy");
      case "invoke/LambdaMetafactory" -> is(member, "metafactory", "altMetafactory");
      case "invoke/StringConcatFactory" -> is(member, "makeConcat", "makeConcatWithConstants");
      case "invoke/SerializedLambda" -> is(member) || member.startsWith("get");
      default -> false;
    };
  }

  private static boolean string(String member) {
    return is(
        member,
        "valueOf",
        "equals",
        "equalsIgnoreCase",
        "hashCode",
        "toString",
        "compareTo",
        "length",
        "isEmpty",
        "isBlank",
        "startsWith",
        "endsWith",
        "contains",
        "matches",
        "indexOf",
        "lastIndexOf",
        "substring",
        "trim",
        "strip",
        "toLowerCase",
        "toUpperCase",
        "replace",
        "charAt",
        "concat");
  }

  private static boolean collection(String owner, String member) {
    return switch (owner) {
      case "List", "Collection", "Set", "SortedSet", "NavigableSet" ->
          is(
              member,
              "size",
              "isEmpty",
              "contains",
              "containsAll",
              "get",
              "indexOf",
              "equals",
              "first",
              "last",
              "ceiling",
              "floor",
              "higher",
              "lower",
              "add");
      case "Map" ->
          is(member, "get", "getOrDefault", "containsKey", "containsValue", "size", "isEmpty")
              || is(member, "keySet", "values", "equals");
      case "Optional", "OptionalInt", "OptionalLong" ->
          is(member, "isPresent", "isEmpty", "orElse", "equals");
      case "ArrayList" -> is(member, "<init>", "add");
      case "Arrays" -> is(member, "asList");
      case "Collections" -> is(member, "emptyList");
      case "Locale" -> is(member, "ENGLISH");
      case "regex/Pattern" -> is(member, "compile", "matcher", "matches");
      case "regex/Matcher" -> is(member, "matches");
      case "Objects" -> is(member, "equals", "requireNonNull");
      default -> false;
    };
  }

  private static boolean drools(String owner, String member) {
    if (owner.startsWith("core/base/accumulators/")) {
      return is(member, "<init>");
    }
    if (owner.startsWith("model/")) {
      return describes(owner.substring(6), member);
    }
    return switch (owner) {
      case "modelcompiler/dsl/pattern/D" -> dsl(member);
      case "modelcompiler/util/EvaluationUtil" -> true;
      case "util/DateUtils" -> is(member, "getDateFormatMask");
      default -> false;
    };
  }

  private static boolean dsl(String member) {
    return is(
        member,
        "rule",
        "pattern",
        "declarationOf",
        "globalOf",
        "entryPoint",
        "from",
        "not",
        "exists",
        "forall",
        "and",
        "or",
        "on",
        "bind",
        "accumulate",
        "groupBy",
        "accFunction",
        "alphaIndexedBy",
        "betaIndexedBy",
        "reactOn",
        "eval");
  }

  private static boolean describes(String owner, String member) {
    if (owner.startsWith("functions/Block")
        || owner.startsWith("functions/Function")
        || owner.startsWith("functions/Predicate")) {
      return true;
    }
    if (owner.startsWith("consequences/ConsequenceBuilder")) {
      // Java only, never the text of a script.
      return is(member, "execute");
    }
    return switch (owner) {
      case "functions/HashedExpression",
          "functions/accumulate/AccumulateFunction",
          "Model",
          "Rule",
          "RuleItem",
          "RuleItemBuilder",
          "Global",
          "Query",
          "TypeMetaData",
          "EntryPoint",
          "Variable",
          "Declaration",
          "DeclarationSource",
          "DomainClassMetadata",
          "From",
          "Index",
          "Index$ConstraintType",
          "AlphaIndex",
          "BetaIndex",
          "PatternDSL",
          "PatternDSL$PatternDef",
          "PatternDSL$PatternExpr",
          "view/ViewItem",
          "view/ViewItemBuilder",
          "view/ExprViewItem",
          "view/CombinedExprViewItem",
          "operators/ContainsOperator",
          "operators/InOperator",
          "operators/MatchesOperator",
          "operators/MemberOfOperator" ->
          true;
      case "impl/RuleBuilder" -> is(member, "build", "metadata", "attribute", "unit");
      default -> false;
    };
  }

  private static boolean is(String member, String... members) {
    if (member.isEmpty()) {
      return true;
    }
    for (String candidate : members) {
      if (member.equals(candidate)) {
        return true;
      }
    }
    return false;
  }
}
