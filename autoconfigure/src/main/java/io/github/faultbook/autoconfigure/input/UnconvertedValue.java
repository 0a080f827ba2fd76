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

package io.github.faultbook.autoconfigure.input;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

import org.jspecify.annotations.Nullable;

import org.springframework.beans.TypeMismatchException;
import org.springframework.core.convert.ConversionException;
import org.springframework.core.convert.ConversionFailedException;
import org.springframework.core.convert.ConversionService;
import org.springframework.core.convert.TypeDescriptor;
import org.springframework.core.convert.support.DefaultConversionService;
import org.springframework.util.StringUtils;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;

/**
 * A value that Spring could not convert.
 *
 * @param position the position in a list, or {@code null} if the value is not an element
 * of a list
 * @param expected the expected type, as clients know it
 * @param type the expected type in Java, or {@code null} if unknown
 * @param value the value, or {@code null} if unknown
 */
record UnconvertedValue(@Nullable Integer position, ExpectedType expected, @Nullable Class<?> type,
		@Nullable Object value) {

	/**
	 * Return the value that an exception is about.
	 * @param mismatch the exception
	 * @return the value; for a list, its first invalid element if it is found
	 */
	static UnconvertedValue of(TypeMismatchException mismatch) {
		Class<?> type = mismatch.getRequiredType();
		ConversionFailedException innermost = null;
		Throwable cause = mismatch.getCause();
		for (int depth = 0; cause instanceof ConversionFailedException failure && depth < 10; depth++) {
			innermost = failure;
			cause = failure.getCause();
		}
		if (type != null && (type.isArray() || Collection.class.isAssignableFrom(type))) {
			List<String> elements = textsOf(mismatch.getValue());
			int position = (innermost != null) ? positionOf(innermost.getValue(), elements) : -1;
			return (position >= 0) ? of(position, innermost.getTargetType().getType(), elements.get(position), cause)
					: elementOf(elementTypeOf(mismatch), elements);
		}
		return of(null, (innermost != null) ? innermost.getTargetType().getType() : type, mismatch.getValue(), cause);
	}

	private static UnconvertedValue of(@Nullable Integer position, @Nullable Class<?> type, @Nullable Object value,
			@Nullable Throwable cause) {
		// A converter of the application may accept names other than those of the
		// constants
		boolean ownNames = type != null && type.isEnum() && !isFromEnum(cause);
		return new UnconvertedValue(position, ownNames ? ExpectedType.UNKNOWN : ExpectedType.of(type), type, value);
	}

	private static int positionOf(@Nullable Object value, List<String> elements) {
		return (value instanceof String text) ? elements.stream().map(String::trim).toList().indexOf(text.trim()) : -1;
	}

	private static boolean isFromEnum(@Nullable Throwable cause) {
		return cause instanceof IllegalArgumentException && StackFrames.contain(cause, 1, Enum.class, null);
	}

	private static @Nullable Class<?> elementTypeOf(TypeMismatchException mismatch) {
		TypeDescriptor element = (mismatch instanceof MethodArgumentTypeMismatchException argument)
				? new TypeDescriptor(argument.getParameter()).getElementTypeDescriptor() : null;
		return (element != null) ? element.getType() : null;
	}

	private static List<String> textsOf(@Nullable Object value) {
		if (value instanceof String[] texts && texts.length > 1) {
			return List.of(texts);
		}
		if (value instanceof Collection<?> texts && texts.stream().allMatch(String.class::isInstance)) {
			return texts.stream().map(String.class::cast).toList();
		}
		Object text = (value instanceof String[] texts && texts.length == 1) ? texts[0] : value;
		return (text instanceof String list) ? List.of(StringUtils.commaDelimitedListToStringArray(list)) : List.of();
	}

	/**
	 * Find the element that cannot be converted if Spring does not report which one.
	 * @param type the type of the elements, or {@code null} if unknown
	 * @param elements the elements
	 * @return the first invalid element, or a value without a known type if there is none
	 */
	private static UnconvertedValue elementOf(@Nullable Class<?> type, List<String> elements) {
		ConversionService conversion = DefaultConversionService.getSharedInstance();
		for (int i = 0; type != null && conversion.canConvert(String.class, type) && i < elements.size(); i++) {
			String element = elements.get(i).trim();
			try {
				conversion.convert(element, type);
			}
			catch (ConversionException ex) {
				return new UnconvertedValue(i, ExpectedType.of(type), type, element);
			}
		}
		return new UnconvertedValue(null, ExpectedType.UNKNOWN, null, null);
	}

	/**
	 * Return the path of the value.
	 * @param path the path of the converted input
	 * @return the path, which ends with the position of an element
	 */
	List<Object> pathIn(List<Object> path) {
		if (this.position == null) {
			return path;
		}
		List<Object> place = new ArrayList<>(path);
		place.add(this.position);
		return place;
	}

}
