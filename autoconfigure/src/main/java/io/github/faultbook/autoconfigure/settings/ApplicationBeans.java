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

import java.lang.reflect.Method;
import java.util.List;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

import org.springframework.beans.factory.BeanFactory;
import org.springframework.beans.factory.ListableBeanFactory;
import org.springframework.beans.factory.annotation.AnnotatedBeanDefinition;
import org.springframework.beans.factory.config.BeanDefinition;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.beans.factory.support.RootBeanDefinition;
import org.springframework.context.ApplicationContext;
import org.springframework.util.ClassUtils;

/**
 * Finds beans of the application, as opposed to beans of Faultbook and Spring Boot. What
 * counts is who declares a bean: an application may return a type of Spring.
 */
public final class ApplicationBeans {

	/**
	 * The packages of Spring Boot's and of Faultbook's configuration classes.
	 */
	private static final List<String> FOREIGN = List.of("org.springframework.boot.",
			"io.github.faultbook.autoconfigure.servlet.");

	private ApplicationBeans() {
	}

	/**
	 * Find the beans of a type that may not be on the classpath. No bean is created.
	 * @param beans all beans
	 * @param typeName the name of the type
	 * @return the names of the application's beans, empty if there is no such type
	 */
	public static List<String> find(ListableBeanFactory beans, String typeName) {
		ClassLoader classLoader = ApplicationBeans.class.getClassLoader();
		if (!ClassUtils.isPresent(typeName, classLoader)) {
			return List.of();
		}
		Class<?> type = ClassUtils.resolveClassName(typeName, classLoader);
		BeanFactory factory = (beans instanceof ApplicationContext context) ? context.getAutowireCapableBeanFactory()
				: beans;
		return Stream.of(beans.getBeanNamesForType(type, true, false)).filter((name) -> isOwn(factory, name)).toList();
	}

	private static boolean isOwn(BeanFactory beans, String name) {
		if (!(beans instanceof ConfigurableListableBeanFactory definitions)
				|| !definitions.containsBeanDefinition(name)) {
			return true;
		}
		String declaringClass = declaringClassOf(definitions.getMergedBeanDefinition(name));
		return declaringClass == null || FOREIGN.stream().noneMatch(declaringClass::startsWith);
	}

	/**
	 * Return the class with the {@code @Bean} method of a bean.
	 * @param definition the definition of the bean
	 * @return the name of the class, or {@code null} if no method declares the bean, as
	 * for components and for beans that are registered by code, which are never those of
	 * Spring Boot
	 */
	private static @Nullable String declaringClassOf(BeanDefinition definition) {
		if (definition instanceof AnnotatedBeanDefinition annotated && annotated.getFactoryMethodMetadata() != null) {
			return annotated.getFactoryMethodMetadata().getDeclaringClassName();
		}
		// With definitions that were generated ahead of time
		Method method = (definition instanceof RootBeanDefinition root) ? root.getResolvedFactoryMethod() : null;
		return (method != null) ? method.getDeclaringClass().getName() : null;
	}

}
