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

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

import io.github.faultbook.ErrorCode;

import org.springframework.context.annotation.Import;
import org.springframework.core.annotation.AliasFor;

/**
 * Configures packages to scan for enums that implement {@link ErrorCode}, in addition to
 * the packages of the application. The annotation can be used on any number of
 * configuration classes. Without attributes, the package of the annotated class is
 * scanned.
 * <p>
 * The packages of the application are those of classes annotated with
 * {@code @SpringBootApplication} or {@code @EnableAutoConfiguration}. They are always
 * scanned, so this annotation is only needed for codes elsewhere, such as those of a
 * library. The property {@code faultbook.codes} does the same.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@Documented
@Import(ErrorCodeScanPackages.Registrar.class)
public @interface ErrorCodeScan {

	/**
	 * Alias for {@link #basePackages()}.
	 * @return the packages to scan, including their subpackages
	 */
	@AliasFor("basePackages")
	String[] value() default {};

	/**
	 * Return the packages to scan.
	 * @return the packages to scan, including their subpackages
	 */
	@AliasFor("value")
	String[] basePackages() default {};

	/**
	 * Return classes whose packages are scanned, as a type-safe alternative to
	 * {@link #basePackages()}.
	 * @return a class or interface in each package to scan
	 */
	Class<?>[] basePackageClasses() default {};

}
