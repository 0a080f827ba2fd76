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

import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.Set;

import org.springframework.beans.factory.ListableBeanFactory;
import org.springframework.beans.factory.config.BeanDefinition;
import org.springframework.beans.factory.support.BeanDefinitionRegistry;
import org.springframework.beans.factory.support.RootBeanDefinition;
import org.springframework.boot.autoconfigure.AutoConfigurationPackages;
import org.springframework.context.annotation.ImportBeanDefinitionRegistrar;
import org.springframework.core.annotation.AnnotationAttributes;
import org.springframework.core.type.AnnotationMetadata;
import org.springframework.util.Assert;
import org.springframework.util.ClassUtils;

/**
 * The packages of one {@link ErrorCodeScan}.
 */
final class ErrorCodeScanPackages {

	private final String[] names;

	ErrorCodeScanPackages(String... names) {
		this.names = names;
	}

	/**
	 * Return all packages of an application that are scanned.
	 * @param beans the beans of the application
	 * @return the packages of the auto-configuration, followed by the packages of each
	 * {@link ErrorCodeScan}
	 */
	static Set<String> of(ListableBeanFactory beans) {
		Set<String> packages = new LinkedHashSet<>();
		if (AutoConfigurationPackages.has(beans)) {
			packages.addAll(AutoConfigurationPackages.get(beans));
		}
		for (String name : beans.getBeanNamesForType(ErrorCodeScanPackages.class, true, false)) {
			packages.addAll(Arrays.asList(beans.getBean(name, ErrorCodeScanPackages.class).names));
		}
		return packages;
	}

	/**
	 * Registers the packages of each {@link ErrorCodeScan} as a bean.
	 */
	static final class Registrar implements ImportBeanDefinitionRegistrar {

		@Override
		public void registerBeanDefinitions(AnnotationMetadata metadata, BeanDefinitionRegistry registry) {
			RootBeanDefinition definition = new RootBeanDefinition(ErrorCodeScanPackages.class);
			definition.getConstructorArgumentValues().addIndexedArgumentValue(0, packages(metadata));
			definition.setRole(BeanDefinition.ROLE_INFRASTRUCTURE);
			registry.registerBeanDefinition("faultbookErrorCodeScan-" + metadata.getClassName(), definition);
		}

		private static String[] packages(AnnotationMetadata metadata) {
			AnnotationAttributes attributes = AnnotationAttributes
				.fromMap(metadata.getAnnotationAttributes(ErrorCodeScan.class.getName()));
			Assert.state(attributes != null, "The annotation is present where it imports this class");
			Set<String> packages = new LinkedHashSet<>(Arrays.asList(attributes.getStringArray("basePackages")));
			for (Class<?> type : attributes.getClassArray("basePackageClasses")) {
				packages.add(ClassUtils.getPackageName(type));
			}
			if (packages.isEmpty()) {
				packages.add(ClassUtils.getPackageName(metadata.getClassName()));
			}
			return packages.toArray(String[]::new);
		}

	}

}
