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
import java.util.LinkedHashSet;
import java.util.Objects;
import java.util.Set;

import io.github.faultbook.ErrorCode;

import org.springframework.beans.factory.ListableBeanFactory;
import org.springframework.beans.factory.annotation.AnnotatedBeanDefinition;
import org.springframework.beans.factory.config.BeanDefinition;
import org.springframework.context.annotation.ClassPathScanningCandidateComponentProvider;
import org.springframework.core.env.Environment;
import org.springframework.core.io.Resource;
import org.springframework.core.io.ResourceLoader;
import org.springframework.core.type.classreading.CachingMetadataReaderFactory;
import org.springframework.core.type.classreading.ClassFormatException;
import org.springframework.core.type.classreading.MetadataReader;
import org.springframework.core.type.classreading.MetadataReaderFactory;
import org.springframework.core.type.filter.AssignableTypeFilter;
import org.springframework.core.type.filter.TypeFilter;
import org.springframework.util.StringUtils;

/**
 * Finds the enums with error codes in a package.
 */
final class ErrorCodeClasses {

	private final ClassPathScanningCandidateComponentProvider classes;

	/**
	 * Create a finder.
	 * @param beans the beans of the application
	 * @param environment the environment, which determines where classes are looked for
	 * @param resources loads the class files
	 */
	ErrorCodeClasses(ListableBeanFactory beans, Environment environment, ResourceLoader resources) {
		this.classes = new ClassPathScanningCandidateComponentProvider(false, environment) {

			@Override
			protected boolean isCandidateComponent(AnnotatedBeanDefinition definition) {
				// Enums are abstract if each constant implements a method
				return true;
			}

		};
		this.classes.setResourceLoader(resources);
		// The factory of Spring Boot caches the results of the component scan
		this.classes
			.setMetadataReaderFactory(new LenientReaderFactory(beans.getBeanProvider(MetadataReaderFactory.class)
				.getIfUnique(() -> new CachingMetadataReaderFactory(resources))));
		TypeFilter errorCode = new AssignableTypeFilter(ErrorCode.class);
		this.classes.addIncludeFilter(
				(reader, factory) -> Enum.class.getName().equals(reader.getClassMetadata().getSuperClassName())
						&& errorCode.match(reader, factory));
	}

	/**
	 * Find the enums in a package and its subpackages.
	 * @param packageName the name of the package
	 * @return the names of the enums
	 */
	Set<String> in(String packageName) {
		// Scanning the default package would scan the whole classpath
		if (!StringUtils.hasText(packageName)) {
			return Set.of();
		}
		Set<String> names = new LinkedHashSet<>();
		for (BeanDefinition found : this.classes.findCandidateComponents(packageName)) {
			names.add(Objects.requireNonNull(found.getBeanClassName(), "A class that was read has a name"));
		}
		return names;
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
