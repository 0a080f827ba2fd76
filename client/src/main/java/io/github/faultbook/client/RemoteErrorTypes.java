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

package io.github.faultbook.client;

import java.lang.reflect.Constructor;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

import io.github.faultbook.ErrorCodes;
import io.github.faultbook.FaultbookConfigurationException;
import io.github.faultbook.FaultbookConfigurationException.Finding;
import org.jspecify.annotations.Nullable;

import org.springframework.beans.BeanUtils;
import org.springframework.context.annotation.ClassPathScanningCandidateComponentProvider;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.core.type.filter.AssignableTypeFilter;
import org.springframework.util.ClassUtils;

/**
 * The exceptions that are thrown for certain codes.
 */
final class RemoteErrorTypes {

	private final Map<String, Constructor<? extends RemoteErrorException>> constructors = new LinkedHashMap<>();

	/**
	 * Register exceptions.
	 * @param types subclasses with {@link ErrorCodes @ErrorCodes}; others are ignored
	 * @throws FaultbookConfigurationException if a class has no suitable constructor, or
	 * a code belongs to two classes
	 */
	RemoteErrorTypes(Collection<Class<? extends RemoteErrorException>> types) {
		List<Finding> findings = new ArrayList<>();
		types.forEach((type) -> register(type, findings));
		if (!findings.isEmpty()) {
			throw new FaultbookConfigurationException(findings);
		}
	}

	private void register(Class<? extends RemoteErrorException> type, List<Finding> findings) {
		ErrorCodes codes = AnnotatedElementUtils.findMergedAnnotation(type, ErrorCodes.class);
		if (codes == null) {
			return;
		}
		Constructor<? extends RemoteErrorException> constructor;
		try {
			constructor = type.getDeclaredConstructor(RemoteAnswer.class);
		}
		catch (NoSuchMethodException ex) {
			findings.add(new Finding(type.getName(), "the exception cannot be created.",
					"Give it a constructor that takes a RemoteAnswer and nothing else."));
			return;
		}
		for (String code : codes.value()) {
			Constructor<?> other = this.constructors.putIfAbsent(code, constructor);
			if (other != null && other != constructor) {
				findings.add(new Finding(type.getName(),
						"the code '%s' already belongs to %s.".formatted(code, other.getDeclaringClass().getName()),
						"Remove the code from one of the two."));
			}
		}
	}

	/**
	 * Find the exceptions in some packages.
	 * @param packages the packages, which are scanned with their subpackages
	 * @param classLoader loads the classes
	 * @return the exceptions
	 */
	static List<Class<? extends RemoteErrorException>> scan(Collection<String> packages,
			@Nullable ClassLoader classLoader) {
		ClassPathScanningCandidateComponentProvider scanner = new ClassPathScanningCandidateComponentProvider(false);
		scanner.addIncludeFilter(new AssignableTypeFilter(RemoteErrorException.class));
		List<Class<? extends RemoteErrorException>> types = new ArrayList<>();
		packages.stream()
			.flatMap((name) -> scanner.findCandidateComponents(name).stream())
			.map((found) -> Objects.requireNonNull(found.getBeanClassName()))
			.distinct()
			.forEach((name) -> types
				.add(ClassUtils.resolveClassName(name, classLoader).asSubclass(RemoteErrorException.class)));
		return types;
	}

	/**
	 * Create the exception of an answer.
	 * @param answer the answer
	 * @return the exception that belongs to the code, or one without a type of its own
	 */
	RemoteErrorException create(RemoteAnswer answer) {
		String code = (answer.error() != null) ? answer.error().code() : null;
		Constructor<? extends RemoteErrorException> constructor = (code != null) ? this.constructors.get(code) : null;
		if (constructor != null) {
			try {
				return BeanUtils.instantiateClass(constructor, answer);
			}
			catch (RuntimeException ex) {
				RemoteErrorException general = new RemoteErrorException(answer);
				general.addSuppressed(ex);
				return general;
			}
		}
		return new RemoteErrorException(answer);
	}

}
