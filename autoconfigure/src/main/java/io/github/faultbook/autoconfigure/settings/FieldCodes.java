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

import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

/**
 * The codes that an application assigns to violations of constraints with
 * {@code faultbook.validation.codes}.
 */
public final class FieldCodes {

	/**
	 * No code for any constraint.
	 */
	public static final FieldCodes NONE = new FieldCodes(Map.of(), Map.of());

	private final Map<String, String> byConstraint;

	private final Map<FieldConstraint, String> byField;

	FieldCodes(Map<String, String> byConstraint, Map<FieldConstraint, String> byField) {
		this.byConstraint = Map.copyOf(byConstraint);
		this.byField = Map.copyOf(byField);
	}

	/**
	 * Return the classes that the configuration names.
	 * @return the fully qualified names of constraints and of classes with fields
	 */
	Set<String> classNames() {
		return Stream
			.concat(this.byConstraint.keySet().stream(),
					this.byField.keySet().stream().flatMap((key) -> Stream.of(key.type(), key.constraint())))
			.collect(Collectors.toSet());
	}

	/**
	 * Return whether any field has codes of its own.
	 * @return whether any code is assigned to a constraint of a field
	 */
	public boolean hasFields() {
		return !this.byField.isEmpty();
	}

	/**
	 * Find the code of a constraint.
	 * @param constraint the fully qualified name of its annotation
	 * @return the code, or {@code null} if it has none
	 */
	public @Nullable String find(String constraint) {
		return this.byConstraint.get(constraint);
	}

	/**
	 * Find the code of a constraint of a field.
	 * @param type the class of the object that holds the field
	 * @param field the name of the field in Java
	 * @param constraint the fully qualified name of its annotation
	 * @return the code given for the class or for its nearest superclass, or {@code null}
	 * if there is none
	 */
	public @Nullable String find(Class<?> type, String field, String constraint) {
		String code = null;
		for (Class<?> current = type; current != null && code == null; current = current.getSuperclass()) {
			code = this.byField.get(new FieldConstraint(current.getName(), field, constraint));
		}
		return code;
	}

	/**
	 * A constraint of a field.
	 *
	 * @param type the name of the class
	 * @param field the name of the field in Java
	 * @param constraint the fully qualified name of its annotation
	 */
	record FieldConstraint(String type, String field, String constraint) {

	}

}
