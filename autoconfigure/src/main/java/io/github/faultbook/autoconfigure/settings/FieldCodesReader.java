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

package io.github.faultbook.autoconfigure.settings;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;

import io.github.faultbook.ErrorCatalog;
import io.github.faultbook.FaultbookConfigurationException.Finding;
import org.jspecify.annotations.Nullable;

import org.springframework.beans.BeanUtils;
import org.springframework.util.ReflectionUtils;

/**
 * Reads and checks {@code faultbook.validation.codes}.
 */
final class FieldCodesReader {

	/**
	 * The packages of the constraints that can be given by simple name.
	 */
	private static final List<String> PACKAGES = Stream
		.concat(Stream.of("jakarta.validation.constraints."),
				Stream.of("", "br.", "kor.", "pl.", "ru.", "time.")
					.map((name) -> "org.hibernate.validator.constraints." + name))
		.toList();

	private final ClassNames classes;

	private final List<Finding> findings;

	FieldCodesReader(ClassNames classes, List<Finding> findings) {
		this.classes = classes;
		this.findings = findings;
	}

	/**
	 * Read the codes of violations.
	 * @param codes the codes by constraint, or by class, field and constraint
	 * @return the valid codes; each problem is added to the findings
	 */
	FieldCodes read(Map<String, String> codes) {
		Map<String, String> byConstraint = new LinkedHashMap<>();
		Map<FieldCodes.FieldConstraint, String> byField = new LinkedHashMap<>();
		codes.forEach((key, code) -> {
			String where = "faultbook.validation.codes." + key;
			if (!ErrorCatalog.isCode(code)) {
				this.findings.add(new Finding(where, "the code '%s' is not valid.".formatted(code),
						"Use lower case letters and digits, with single underscores between words."));
			}
			Class<?> type = find(key);
			if (type != null || !key.contains(".")) {
				String constraint = constraint(where, key, type);
				if (constraint != null) {
					byConstraint.putIfAbsent(constraint, code);
				}
				return;
			}
			FieldCodes.FieldConstraint fieldConstraint = fieldConstraint(where, key);
			if (fieldConstraint != null) {
				byField.putIfAbsent(fieldConstraint, code);
			}
		});
		return new FieldCodes(byConstraint, byField);
	}

	private FieldCodes.@Nullable FieldConstraint fieldConstraint(String where, String key) {
		for (int end = key.lastIndexOf('.'); end > 0; end = key.lastIndexOf('.', end - 1)) {
			Class<?> type = find(key.substring(0, end));
			if (type != null) {
				return fieldConstraint(where, type, key.substring(end + 1));
			}
		}
		this.findings.add(new Finding(where, "there is no such class on the classpath.",
				"Name a constraint, or a class, its field and a constraint, such as [com.example.Order.email.Pattern]. "
						+ "A nested class is written [com.example.Outer$Nested], in brackets."));
		return null;
	}

	private FieldCodes.@Nullable FieldConstraint fieldConstraint(String where, Class<?> type, String rest) {
		int end = rest.indexOf('.');
		String written = (end > 0) ? rest.substring(0, end) : rest;
		String field = field(type, written);
		if (field == null) {
			this.findings.add(new Finding(where, "the class %s has no field '%s'.".formatted(type.getName(), written),
					"Name a field as it is called in Java."));
			return null;
		}
		if (end < 0) {
			this.findings.add(new Finding(where, "the constraint is missing.",
					"Add the name of a constraint of the field, such as %s.NotNull.".formatted(field)));
			return null;
		}
		String name = rest.substring(end + 1);
		String constraint = constraint(where, name, find(name));
		return (constraint != null) ? new FieldCodes.FieldConstraint(type.getName(), field, constraint) : null;
	}

	/**
	 * Find a field.
	 * @param type the class
	 * @param name the name of the field, in lower case if it comes from an environment
	 * variable
	 * @return the name in Java, or {@code null} if there is no such field
	 */
	private static @Nullable String field(Class<?> type, String name) {
		if (type.isInterface()) {
			return null;
		}
		if (ReflectionUtils.findField(type, name) != null || BeanUtils.getPropertyDescriptor(type, name) != null) {
			return name;
		}
		List<String> names = new ArrayList<>();
		ReflectionUtils.doWithFields(type, (field) -> names.add(field.getName()));
		return names.stream()
			.filter((candidate) -> candidate.toLowerCase(Locale.ROOT).equals(name))
			.findFirst()
			.orElse(null);
	}

	private @Nullable String constraint(String where, String name, @Nullable Class<?> type) {
		if (type == null) {
			this.findings.add(new Finding(where, "there is no constraint '%s' on the classpath.".formatted(name),
					"Use the simple name of a constraint of Jakarta Validation or Hibernate Validator, such as NotNull, "
							+ "or the fully qualified name of any."));
			return null;
		}
		if (Stream.of(type.getAnnotations())
			.noneMatch((present) -> present.annotationType().getName().equals("jakarta.validation.Constraint"))) {
			this.findings.add(new Finding(where, "the class %s is not a constraint.".formatted(type.getName()),
					"Name an annotation with @Constraint, or add a field of the class and its constraint."));
			return null;
		}
		return type.getName();
	}

	/**
	 * Find a class.
	 * @param name its fully qualified name, or the simple name of a built-in constraint
	 * @return the class, or {@code null} if there is none
	 */
	private @Nullable Class<?> find(String name) {
		Stream<String> names = name.contains(".") ? Stream.of(name) : PACKAGES.stream().map((prefix) -> prefix + name);
		return names.<@Nullable Class<?>>map(this.classes::find)
			.filter((type) -> type != null)
			.findFirst()
			.orElse(null);
	}

}
