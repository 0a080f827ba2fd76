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

package io.github.faultbook.autoconfigure.catalog;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;

import io.github.faultbook.ErrorCode;
import io.github.faultbook.FaultbookConfigurationException.Finding;
import org.jspecify.annotations.Nullable;

import org.springframework.beans.factory.annotation.AnnotatedBeanDefinition;
import org.springframework.beans.factory.config.BeanDefinition;
import org.springframework.context.ApplicationContext;
import org.springframework.context.annotation.ClassPathScanningCandidateComponentProvider;
import org.springframework.core.io.Resource;
import org.springframework.core.io.ResourceLoader;
import org.springframework.core.type.classreading.CachingMetadataReaderFactory;
import org.springframework.core.type.classreading.ClassFormatException;
import org.springframework.core.type.classreading.MetadataReader;
import org.springframework.core.type.classreading.MetadataReaderFactory;
import org.springframework.core.type.filter.AssignableTypeFilter;
import org.springframework.core.type.filter.TypeFilter;
import org.springframework.util.ClassUtils;
import org.springframework.util.StringUtils;

/**
 * Finds the enums of an application that implement {@link ErrorCode}. Class files are
 * read without loading the classes: only the enums that are found are loaded and
 * initialized.
 */
public final class ErrorCodeScanner {

	/**
	 * The action to suggest if an entry of the application is not found.
	 */
	public static final String MISSING = "If an enum is missing, name its package in @ErrorCodeScan or "
			+ "faultbook.codes.";

	private final ApplicationContext context;

	private final List<Finding> findings;

	/**
	 * Create a scanner.
	 * @param context the application
	 * @param findings the list to add findings to
	 */
	public ErrorCodeScanner(ApplicationContext context, List<Finding> findings) {
		this.context = context;
		this.findings = findings;
	}

	/**
	 * Find the codes in the packages of the application, in the packages of
	 * {@link ErrorCodeScan} and in the packages of a property.
	 * @param property the name of the property
	 * @param names the names of enums and packages in the property
	 * @return the constants of the named enums, followed by the constants of the enums
	 * found, ordered by the name of the enum
	 */
	public List<ErrorCode> scan(String property, Collection<String> names) {
		ClassPathScanningCandidateComponentProvider classes = classes();
		Set<ErrorCode> codes = new LinkedHashSet<>();
		Set<String> found = new TreeSet<>();
		for (String name : names) {
			Set<String> inPackage = ClassUtils.isPresent(name, this.context.getClassLoader()) ? Set.of()
					: find(name, classes);
			if (inPackage.isEmpty()) {
				codes.addAll(constants(property, name));
			}
			found.addAll(inPackage);
		}
		ErrorCodeScanPackages.of(this.context).forEach((name) -> found.addAll(find(name, classes)));
		found.forEach((name) -> codes.addAll(constants(name, name)));
		return new ArrayList<>(codes);
	}

	private ClassPathScanningCandidateComponentProvider classes() {
		ClassPathScanningCandidateComponentProvider classes = new ClassPathScanningCandidateComponentProvider(false,
				this.context.getEnvironment()) {

			@Override
			protected boolean isCandidateComponent(AnnotatedBeanDefinition definition) {
				// Enums are abstract if each constant implements a method
				return true;
			}

		};
		classes.setResourceLoader(this.context);
		// The factory of Spring Boot caches the results of the component scan
		classes
			.setMetadataReaderFactory(new LenientReaderFactory(this.context.getBeanProvider(MetadataReaderFactory.class)
				.getIfUnique(() -> new CachingMetadataReaderFactory(this.context))));
		TypeFilter errorCode = new AssignableTypeFilter(ErrorCode.class);
		classes.addIncludeFilter(
				(reader, factory) -> Enum.class.getName().equals(reader.getClassMetadata().getSuperClassName())
						&& errorCode.match(reader, factory));
		return classes;
	}

	private static Set<String> find(String packageName, ClassPathScanningCandidateComponentProvider classes) {
		// Scanning the default package would scan the whole classpath
		if (!StringUtils.hasText(packageName)) {
			return Set.of();
		}
		Set<String> names = new LinkedHashSet<>();
		for (BeanDefinition found : classes.findCandidateComponents(packageName)) {
			names.add(Objects.requireNonNull(found.getBeanClassName(), "A class that was read has a name"));
		}
		return names;
	}

	private List<ErrorCode> constants(String where, String name) {
		try {
			Class<?> type = ClassUtils.forName(name, this.context.getClassLoader());
			ErrorCode @Nullable [] constants = (type.isEnum() && ErrorCode.class.isAssignableFrom(type))
					? (ErrorCode[]) type.getEnumConstants() : null;
			if (constants != null) {
				return List.of(constants);
			}
			this.findings.add(new Finding(where, "'%s' is not an enum that implements ErrorCode.".formatted(name),
					"Name such an enum, or the package of one."));
		}
		catch (LinkageError ex) {
			String cause = (ex.getCause() != null) ? ", caused by " + ex.getCause() : "";
			this.findings.add(new Finding(where, "'%s' cannot be loaded: %s%s.".formatted(name, ex, cause),
					"Correct the class."));
		}
		catch (ClassNotFoundException ex) {
			this.findings.add(new Finding(where,
					"there is no class '%s' on the classpath and no enum with error codes in a package of that name."
						.formatted(name),
					"Name an enum that implements ErrorCode, or the package of one."));
		}
		return List.of();
	}

	/**
	 * Skips class files that cannot be read, as they are unlikely to contain error codes.
	 *
	 * @param readers the factory to delegate to
	 */
	private record LenientReaderFactory(MetadataReaderFactory readers) implements MetadataReaderFactory {

		@Override
		public ResourceLoader getResourceLoader() {
			return this.readers.getResourceLoader();
		}

		@Override
		public MetadataReader getMetadataReader(String className) throws IOException {
			return this.readers.getMetadataReader(className);
		}

		@Override
		public MetadataReader getMetadataReader(Resource resource) throws IOException {
			try {
				return this.readers.getMetadataReader(resource);
			}
			catch (ClassFormatException | RuntimeException ex) {
				// The only exception that a scan ignores
				throw (IOException) new FileNotFoundException(resource + " cannot be read").initCause(ex);
			}
		}

	}

}
