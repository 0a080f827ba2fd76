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

package io.github.faultbook.autoconfigure.openapi;

import java.lang.reflect.Field;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

import io.github.faultbook.Violation;
import io.github.faultbook.autoconfigure.validation.ConstraintDescriber;
import jakarta.validation.MessageInterpolator;
import jakarta.validation.ValidatorFactory;
import jakarta.validation.groups.Default;
import jakarta.validation.metadata.BeanDescriptor;
import jakarta.validation.metadata.CascadableDescriptor;
import jakarta.validation.metadata.ConstraintDescriptor;
import jakarta.validation.metadata.ContainerDescriptor;
import jakarta.validation.metadata.ElementDescriptor;
import jakarta.validation.metadata.ParameterDescriptor;
import jakarta.validation.metadata.PropertyDescriptor;
import org.jspecify.annotations.Nullable;

import org.springframework.core.MethodParameter;
import org.springframework.core.ResolvableType;
import org.springframework.util.ReflectionUtils;
import org.springframework.validation.annotation.ValidationAnnotationUtils;

/**
 * Creates violations of the constraints of one parameter.
 */
final class ParameterConstraints {

	private static final int DEEPEST = 4;

	private final ValidatorFactory validators;

	private final ConstraintDescriber.Argument argument;

	private final boolean validated;

	private final Class<?>[] groups;

	private final List<ConstraintDescriber.Described> found = new ArrayList<>();

	ParameterConstraints(ValidatorFactory validators, ConstraintDescriber.Argument argument,
			MethodParameter parameter) {
		this.validators = validators;
		this.argument = argument;
		List<Object[]> hints = Stream.of(parameter.getParameterAnnotations())
			.map(ValidationAnnotationUtils::determineValidationHints)
			.filter(Objects::nonNull)
			.toList();
		this.validated = !hints.isEmpty();
		Class<?>[] named = hints.stream().flatMap(Stream::of).filter(Class.class::isInstance).toArray(Class<?>[]::new);
		this.groups = (named.length > 0) ? named : new Class<?>[] { Default.class };
	}

	/**
	 * Return violations of the parameter and of the fields of its value.
	 * @param type the type of its value
	 * @param descriptor the constraints of the parameter, or {@code null} if it has none
	 * @return the violations in order
	 */
	List<Violation> violations(ResolvableType type, @Nullable ParameterDescriptor descriptor) {
		if (descriptor != null) {
			readElement(descriptor, new ConstrainedValue(null, List.of()), type);
		}
		if (this.validated || (descriptor != null && isCascaded(descriptor))) {
			readBean(type, List.of(), 0);
		}
		return this.found.stream().sorted().map(ConstraintDescriber.Described::violation).toList();
	}

	private void readBean(ResolvableType type, List<Object> path, int depth) {
		List<Object> element = new ArrayList<>(path);
		ResolvableType bean = element(type, element);
		Class<?> beanType = bean.resolve();
		if (beanType == null || depth > DEEPEST) {
			return;
		}
		BeanDescriptor descriptor = this.validators.getValidator().getConstraintsForClass(beanType);
		for (PropertyDescriptor property : descriptor.getConstrainedProperties()) {
			List<Object> propertyPath = concat(element, property.getPropertyName());
			ResolvableType propertyType = typeOf(bean, property);
			readElement(property, new ConstrainedValue(beanType, propertyPath), propertyType);
			if (isCascaded(property)) {
				readBean(propertyType, propertyPath, depth + 1);
			}
		}
		if (this.found.isEmpty()) {
			add(descriptor, new ConstrainedValue(null, element));
		}
	}

	/**
	 * Add a violation of the value itself or, if it has no constraint, of its elements.
	 * @param <D> the type of descriptors for values and containers
	 * @param descriptor the value
	 * @param value the location of the value
	 * @param type the type of the value
	 */
	private <D extends ElementDescriptor & ContainerDescriptor> void readElement(D descriptor, ConstrainedValue value,
			ResolvableType type) {
		if (!add(descriptor, value)) {
			List<Object> element = new ArrayList<>(value.path());
			element(type, element);
			descriptor.getConstrainedContainerElementTypes()
				.stream()
				.anyMatch((container) -> add(container, new ConstrainedValue(value.bean(), element)));
		}
	}

	private boolean add(ElementDescriptor descriptor, ConstrainedValue value) {
		Set<ConstraintDescriptor<?>> constraints = descriptor.findConstraints()
			.unorderedAndMatchingGroups(this.groups)
			.getConstraintDescriptors();
		constraints.stream()
			.flatMap(ParameterConstraints::reported)
			.min(Comparator.comparing((constraint) -> constraint.getAnnotation().annotationType().getName()))
			.ifPresent((constraint) -> add(constraint, value));
		return !constraints.isEmpty();
	}

	/**
	 * Return the constraints that report violations of a composed constraint.
	 * @param constraint the constraint
	 * @return its composing constraints if it has no rule of its own, else the constraint
	 * itself
	 */
	private static Stream<ConstraintDescriptor<?>> reported(ConstraintDescriptor<?> constraint) {
		boolean parts = !constraint.isReportAsSingleViolation() && constraint.getConstraintValidatorClasses().isEmpty();
		return parts ? constraint.getComposingConstraints().stream().flatMap(ParameterConstraints::reported)
				: Stream.of(constraint);
	}

	private void add(ConstraintDescriptor<?> constraint, ConstrainedValue value) {
		this.found.add(this.argument.describe(constraint, value.bean(), value.path(), message(constraint)));
	}

	private String message(ConstraintDescriptor<?> constraint) {
		try {
			return this.validators.getMessageInterpolator()
				.interpolate(constraint.getMessageTemplate(), new ExampleContext(constraint), Locale.ENGLISH);
		}
		catch (RuntimeException ex) {
			return "is not valid";
		}
	}

	private static boolean isCascaded(ContainerDescriptor descriptor) {
		return (descriptor instanceof CascadableDescriptor cascadable && cascadable.isCascaded())
				|| descriptor.getConstrainedContainerElementTypes().stream().anyMatch(ParameterConstraints::isCascaded);
	}

	/**
	 * Return the element type of a container.
	 * @param type the type of the container, or any other type
	 * @param path the path to which the first element is added
	 * @return the type of the elements, or the type itself
	 */
	private static ResolvableType element(ResolvableType type, List<Object> path) {
		if (type.isArray()) {
			path.add(0);
			return element(type.getComponentType(), path);
		}
		Class<?> container = type.toClass();
		if (Collection.class.isAssignableFrom(container)) {
			if (List.class.isAssignableFrom(container)) {
				path.add(0);
			}
			return element(type.as(Collection.class).getGeneric(0), path);
		}
		if (Map.class.isAssignableFrom(container)) {
			path.add("key");
			return element(type.as(Map.class).getGeneric(1), path);
		}
		return (container == Optional.class) ? element(type.getGeneric(0), path) : type;
	}

	private static ResolvableType typeOf(ResolvableType bean, PropertyDescriptor property) {
		Field field = ReflectionUtils.findField(bean.toClass(), property.getPropertyName());
		return (field != null) ? ResolvableType.forField(field, bean)
				: ResolvableType.forClass(property.getElementClass());
	}

	private static List<Object> concat(List<Object> path, Object segment) {
		return Stream.concat(path.stream(), Stream.of(segment)).toList();
	}

	/**
	 * The context for the message of a violation that has not occurred.
	 *
	 * @param constraint the constraint
	 */
	private record ExampleContext(ConstraintDescriptor<?> constraint) implements MessageInterpolator.Context {

		@Override
		public ConstraintDescriptor<?> getConstraintDescriptor() {
			return this.constraint;
		}

		@Override
		public @Nullable Object getValidatedValue() {
			return null;
		}

		@Override
		public <T> T unwrap(Class<T> type) {
			return type.cast(this);
		}

	}

	/**
	 * The location of a constrained value.
	 *
	 * @param bean the class that declares the field, or {@code null} if it is not a field
	 * of a class
	 * @param path names of Java properties, positions and keys
	 */
	private record ConstrainedValue(@Nullable Class<?> bean, List<Object> path) {

	}

}
