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

import java.lang.annotation.Annotation;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.RandomAccess;

import jakarta.validation.ConstraintViolation;
import jakarta.validation.ElementKind;
import jakarta.validation.Path;
import jakarta.validation.metadata.ConstraintDescriptor;
import org.hibernate.validator.path.PropertyNode;
import org.jspecify.annotations.Nullable;

import org.springframework.util.ClassUtils;

/**
 * Reads the details of violations of Jakarta Validation. This class is only loaded if
 * Jakarta Validation is on the classpath.
 */
final class ConstraintReader {

	/**
	 * Only Hibernate Validator provides the objects on the path to the invalid value.
	 */
	private static final boolean HIBERNATE_VALIDATOR = ClassUtils.isPresent("org.hibernate.validator.path.PropertyNode",
			ConstraintReader.class.getClassLoader());

	private ConstraintReader() {
	}

	/**
	 * Follow the path of a violation from the validated value on, as far as the
	 * translator needs it. Methods, parameters and the names of container elements are
	 * left out.
	 * @param violation the violation
	 * @param translator the translator that follows the path
	 */
	static void follow(ConstraintViolation<?> violation, PathTranslator translator) {
		Object bean = violation.getRootBean();
		boolean argument = false;
		Iterator<Path.Node> nodes = violation.getPropertyPath().iterator();
		while (nodes.hasNext() && !translator.order().isBehindLast()) {
			Path.Node node = nodes.next();
			if (node.getKind() == ElementKind.PARAMETER) {
				bean = argumentOf(violation, node.as(Path.ParameterNode.class).getParameterIndex());
				argument = true;
				continue;
			}
			if (argument) {
				bean = elementOf(bean, node);
			}
			if (node.getIndex() != null) {
				translator.index(node.getIndex());
			}
			else if (node.getKey() != null) {
				translator.key(node.getKey());
			}
			if (node.getKind() == ElementKind.PROPERTY && node.getName() != null) {
				boolean leaf = bean == null && !nodes.hasNext() && (argument || !HIBERNATE_VALIDATOR);
				translator.property(node.getName(), leaf ? violation.getLeafBean() : bean);
			}
			bean = HIBERNATE_VALIDATOR ? valueOf(node) : null;
			argument = false;
		}
	}

	private static @Nullable Object argumentOf(ConstraintViolation<?> violation, int index) {
		Object[] arguments = violation.getExecutableParameters();
		return (arguments != null && index < arguments.length) ? arguments[index] : null;
	}

	/**
	 * Return the object that contains a node.
	 * @param value the value before the node
	 * @param node the node
	 * @return the value, or its element if it is a container, or {@code null} if unknown
	 */
	private static @Nullable Object elementOf(@Nullable Object value, Path.Node node) {
		if (value instanceof Map<?, ?> map) {
			return map.get(node.getKey());
		}
		Integer index = node.getIndex();
		if (value instanceof Object[] array) {
			return (index != null && index < array.length) ? array[index] : null;
		}
		if (value instanceof Iterable<?>) {
			return (index != null && value instanceof RandomAccess && value instanceof List<?> list
					&& index < list.size()) ? list.get(index) : null;
		}
		return (value instanceof Optional<?> optional) ? optional.orElse(null) : value;
	}

	private static @Nullable Object valueOf(Path.Node node) {
		return (node instanceof PropertyNode property) ? property.getValue() : null;
	}

	/**
	 * Return the name of the constraint that is violated.
	 * @param violation the violation
	 * @return the simple name of the annotation
	 */
	static String nameOf(ConstraintViolation<?> violation) {
		Annotation annotation = annotationOf(violation);
		return (annotation != null) ? annotation.annotationType().getSimpleName() : "";
	}

	/**
	 * Compare the constraints of two violations by all of their attributes.
	 * @param first a violation
	 * @param second another violation
	 * @return a negative number if the first comes first, 0 if the constraints are equal
	 */
	static int compare(ConstraintViolation<?> first, ConstraintViolation<?> second) {
		Annotation left = annotationOf(first);
		Annotation right = annotationOf(second);
		return (left != right) ? Objects.toString(left).compareTo(Objects.toString(right)) : 0;
	}

	// Violations created by the application may have no descriptor
	private static @Nullable Annotation annotationOf(ConstraintViolation<?> violation) {
		ConstraintDescriptor<?> descriptor = violation.getConstraintDescriptor();
		return (descriptor != null) ? descriptor.getAnnotation() : null;
	}

}
