/*
 * Copyright 2026-present the original author or authors.
 *
 * Licensed under the Apache License, Version 2.0 (the "License");
 * you may not use this file except in compliance with the License.
 * You may obtain a copy of the License at
 *
 *      https://www.apache.org/licenses/LICENSE-2.0
 *
 * Unless required by applicable law or agreed to in writing, software
 * distributed under the License is distributed on an "AS IS" BASIS,
 * WITHOUT WARRANTIES OR CONDITIONS OF ANY KIND, either express or implied.
 * See the License for the specific language governing permissions and
 * limitations under the License.
 */

package io.github.faultbook.autoconfigure.validation;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import io.github.faultbook.ErrorCatalog;
import io.github.faultbook.autoconfigure.settings.FieldCodes;
import jakarta.validation.ConstraintViolation;
import jakarta.validation.ElementKind;
import jakarta.validation.Path;
import jakarta.validation.metadata.ConstraintDescriptor;
import org.jspecify.annotations.Nullable;

import org.springframework.beans.TypeMismatchException;
import org.springframework.context.MessageSourceResolvable;
import org.springframework.validation.ObjectError;

/**
 * Chooses the codes of violations, in this order of precedence: the application's code
 * for the field, its code for the constraint, the code of a built-in constraint, the
 * attribute {@code code} of the constraint, the code that all its composing constraints
 * share, {@code invalid_value}.
 */
final class ConstraintCodes {

	private static final String REQUIRED = "required";

	private static final String INVALID_FORMAT = "invalid_format";

	private static final String INVALID_CHOICE = "invalid_choice";

	private static final String INVALID_VALUE = "invalid_value";

	private static final String JAKARTA = "jakarta.validation.constraints.";

	private static final String HIBERNATE = "org.hibernate.validator.constraints.";

	private static final String COMPOSITION = HIBERNATE + "ConstraintComposition";

	/**
	 * The built-in codes by the name of the annotation, as any of the annotations can be
	 * missing.
	 */
	private static final Map<String, String> BUILT_IN = new HashMap<>();

	static {
		add(REQUIRED, JAKARTA, "NotNull NotBlank NotEmpty");
		add(INVALID_FORMAT, JAKARTA, "Email Pattern Digits");
		add(INVALID_FORMAT, HIBERNATE,
				"BitcoinAddress CreditCardNumber EAN ISBN IpAddress LuhnCheck Mod10Check Mod11Check Normalized URL "
						+ "UUID br.CNPJ br.CPF br.TituloEleitoral kor.KorRRN pl.NIP pl.PESEL pl.REGON ru.INN");
		add("out_of_range", JAKARTA,
				"Min Max DecimalMin DecimalMax Positive PositiveOrZero Negative NegativeOrZero Past PastOrPresent "
						+ "Future FutureOrPresent");
		add("out_of_range", HIBERNATE, "Range time.DurationMin time.DurationMax");
		add("invalid_length", JAKARTA, "Size");
		add("invalid_length", HIBERNATE, "Length CodePointLength");
		add(INVALID_CHOICE, HIBERNATE, "Currency");
		add(INVALID_VALUE, JAKARTA, "AssertFalse AssertTrue Null");
		add(INVALID_VALUE, HIBERNATE, "ParameterScriptAssert ScriptAssert UniqueElements");
	}

	private static final Map<String, String> BUILT_IN_BY_SIMPLE_NAME = BUILT_IN.keySet()
		.stream()
		.collect(Collectors.toUnmodifiableMap((name) -> name.substring(name.lastIndexOf('.') + 1), (name) -> name));

	/**
	 * The codes by Spring's names for the errors of data binding.
	 */
	private static final Map<String, String> BINDING = Map.of("typeMismatch", INVALID_FORMAT, "methodInvocation",
			INVALID_VALUE);

	private static final Pattern HUMP = Pattern.compile("(?<=[a-z0-9])(?=[A-Z])");

	private static final Pattern SEPARATORS = Pattern.compile("[^A-Za-z0-9]+");

	private static final Pattern OUTER_UNDERSCORES = Pattern.compile("^_|_$");

	private final FieldCodes own;

	ConstraintCodes(FieldCodes own) {
		this.own = own;
	}

	private static void add(String code, String prefix, String names) {
		Stream.of(names.split(" ")).forEach((name) -> BUILT_IN.put(prefix + name, code));
	}

	static Set<String> builtIn() {
		return new TreeSet<>(BUILT_IN.keySet());
	}

	String codeFor(ConstraintViolation<?> violation) {
		ConstraintDescriptor<?> descriptor = violation.getConstraintDescriptor();
		if (descriptor == null) {
			return INVALID_VALUE;
		}
		String code = this.own.hasFields() ? ofField(violation, nameOf(descriptor)) : null;
		return (code != null) ? code : codeFor(descriptor, violation.getInvalidValue());
	}

	/**
	 * Return the code of a violation that has not occurred.
	 * @param descriptor the constraint
	 * @param bean the class that declares the field, or {@code null} if it is not a field
	 * of a class
	 * @param field the name of the field in Java
	 * @return the code
	 */
	String codeFor(ConstraintDescriptor<?> descriptor, @Nullable Class<?> bean, String field) {
		String code = (bean != null) ? this.own.find(bean, field, nameOf(descriptor)) : null;
		return (code != null) ? code : codeFor(descriptor, null);
	}

	private @Nullable String ofField(ConstraintViolation<?> violation, String constraint) {
		Object bean = violation.getLeafBean();
		String field = null;
		for (Path.Node node : violation.getPropertyPath()) {
			if (node.getKind() == ElementKind.PROPERTY) {
				field = node.getName();
			}
			else if (node.getKind() != ElementKind.CONTAINER_ELEMENT) {
				field = null;
			}
		}
		return (bean != null && field != null) ? this.own.find(bean.getClass(), field, constraint) : null;
	}

	private String codeFor(ConstraintDescriptor<?> descriptor, @Nullable Object value) {
		String constraint = nameOf(descriptor);
		String code = ofName(constraint);
		if (code == null && descriptor.getAttributes().get("code") instanceof String declared) {
			code = toCode(declared);
		}
		return (code != null) ? code : ofParts(descriptor, value);
	}

	private @Nullable String ofName(String constraint) {
		String code = this.own.find(constraint);
		return (code != null) ? code : BUILT_IN.get(constraint);
	}

	/**
	 * Return the code of a constraint that reports violations of its composing
	 * constraints as a single violation.
	 * @param descriptor the constraint
	 * @param value the rejected value
	 * @return the common code of all composing constraints that can have rejected the
	 * value, or {@code invalid_value}
	 */
	private String ofParts(ConstraintDescriptor<?> descriptor, @Nullable Object value) {
		if (descriptor.getComposingConstraints().isEmpty() || isNegated(descriptor)) {
			return INVALID_VALUE;
		}
		List<String> codes = descriptor.getComposingConstraints()
			.stream()
			.filter((part) -> value == null || !nameOf(part).equals(JAKARTA + "NotNull"))
			.map((part) -> codeFor(part, value))
			.distinct()
			.toList();
		if (value == null && codes.contains(REQUIRED)) {
			return REQUIRED;
		}
		return (codes.size() == 1) ? codes.get(0) : INVALID_VALUE;
	}

	/**
	 * Return whether the parts of a composed constraint are not simply combined with
	 * "and".
	 * @param descriptor the constraint
	 * @return whether the codes of its parts do not apply
	 */
	private static boolean isNegated(ConstraintDescriptor<?> descriptor) {
		return Stream.of(descriptor.getAnnotation().annotationType().getAnnotations())
			.anyMatch((present) -> present.annotationType().getName().equals(COMPOSITION));
	}

	static String nameOf(ConstraintDescriptor<?> descriptor) {
		return descriptor.getAnnotation().annotationType().getName();
	}

	/**
	 * Return the code of an error that is not the violation of a known constraint.
	 * @param error the error
	 * @return the code for the constraint or the failed binding that the error refers to,
	 * else the code of the error itself if a Spring validator reported it
	 */
	String codeFor(MessageSourceResolvable error) {
		String[] names = error.getCodes();
		String name = (names != null && names.length > 0) ? names[names.length - 1] : null;
		if (name == null) {
			return INVALID_VALUE;
		}
		String constraint = BUILT_IN_BY_SIMPLE_NAME.get(name);
		String code = (constraint != null) ? ofName(constraint) : BINDING.get(name);
		if (error instanceof ObjectError object) {
			code = isUnknownChoice(object) ? INVALID_CHOICE : (code != null) ? code : toCode(name);
		}
		return (code != null) ? code : INVALID_VALUE;
	}

	private static boolean isUnknownChoice(ObjectError error) {
		if (!error.contains(TypeMismatchException.class)) {
			return false;
		}
		Class<?> type = error.unwrap(TypeMismatchException.class).getRequiredType();
		return type != null && type.isEnum();
	}

	/**
	 * Convert a name to a code, such as {@code iban.wrong} and {@code IbanWrong} to
	 * {@code iban_wrong}.
	 * @param name the name
	 * @return the code, or {@code null} if the name cannot be converted
	 */
	private static @Nullable String toCode(String name) {
		if (ErrorCatalog.isCode(name)) {
			return name;
		}
		String words = SEPARATORS.matcher(HUMP.matcher(name).replaceAll("_")).replaceAll("_");
		String code = OUTER_UNDERSCORES.matcher(words).replaceAll("").toLowerCase(Locale.ROOT);
		return ErrorCatalog.isCode(code) ? code : null;
	}

}
