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

import java.util.ArrayList;
import java.util.List;

import jakarta.validation.ConstraintViolation;
import jakarta.validation.ElementKind;
import jakarta.validation.Path;

/**
 * Reads what Jakarta Validation knows of a violation. Loaded only if its classes are on
 * the classpath.
 */
final class ConstraintReader {

	private ConstraintReader() {
	}

	/**
	 * Return the path of a violation from the validated bean on.
	 * @param violation the violation
	 * @return names of properties, positions and keys; methods, parameters and the names
	 * of container elements are left out
	 */
	static List<Object> pathOf(ConstraintViolation<?> violation) {
		List<Object> path = new ArrayList<>();
		for (Path.Node node : violation.getPropertyPath()) {
			if (node.getIndex() != null) {
				path.add(node.getIndex());
			}
			else if (node.getKey() != null) {
				path.add(node.getKey().toString());
			}
			if (node.getKind() == ElementKind.PROPERTY && node.getName() != null) {
				path.add(node.getName());
			}
		}
		return path;
	}

}
