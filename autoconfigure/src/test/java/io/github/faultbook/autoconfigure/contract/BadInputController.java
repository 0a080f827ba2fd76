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

package io.github.faultbook.autoconfigure.contract;

import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

import com.fasterxml.jackson.annotation.JacksonAnnotationsInside;
import com.fasterxml.jackson.annotation.JsonAlias;
import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.annotation.JsonValue;
import com.fasterxml.jackson.annotation.Nulls;
import io.github.faultbook.ApiException;
import io.github.faultbook.CommonError;
import org.jspecify.annotations.Nullable;

import org.springframework.web.bind.annotation.CookieValue;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.MatrixVariable;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RequestPart;
import org.springframework.web.bind.annotation.RestController;

/**
 * Takes input of every type.
 */
@RestController
@RequestMapping("/bad")
class BadInputController {

	@PostMapping("/values")
	String values(@RequestBody Values values) {
		return "ok";
	}

	@PostMapping("/list")
	String list(@RequestBody List<Integer> numbers) {
		return "ok";
	}

	@PostMapping("/primitives")
	String primitives(@RequestBody int[] numbers) {
		return "ok";
	}

	@PostMapping("/shape")
	String shape(@RequestBody Shape shape) {
		return "ok";
	}

	@GetMapping("/file")
	String file(@RequestParam Path path) {
		return "ok";
	}

	@GetMapping("/stock")
	String stock(@ModelAttribute Stock stock) {
		return "ok";
	}

	@PostMapping("/pet")
	String pet(@RequestBody Pet pet) {
		return "ok";
	}

	@PostMapping("/dog")
	String dog(@RequestBody Dog dog) {
		return "ok";
	}

	@PostMapping("/vehicle")
	String vehicle(@RequestBody Vehicle vehicle) {
		return "ok";
	}

	@PostMapping("/tool")
	String tool(@RequestBody Tool tool) {
		return "ok";
	}

	@PostMapping("/kennel")
	String kennel(@RequestBody Kennel kennel) {
		return "ok";
	}

	@PostMapping("/passport")
	String passport(@RequestBody List<Passport> passports) {
		return "ok";
	}

	@PostMapping("/farm")
	String farm(@RequestBody Farm farm) {
		return "ok";
	}

	@GetMapping("/basket")
	String basket(@ModelAttribute Basket basket) {
		return "ok";
	}

	@GetMapping("/chest")
	String chest(@ModelAttribute Chest chest) {
		return "ok";
	}

	@PostMapping("/part")
	String part(@RequestPart("values") Values values) {
		return "ok";
	}

	@GetMapping("/parameters")
	String parameters(@RequestParam(required = false) Integer number, @RequestParam(required = false) Long big,
			@RequestParam(required = false) Color color, @RequestParam(required = false) LocalDate day,
			@RequestParam(required = false) UUID id, @RequestParam(required = false) boolean flag,
			@RequestParam(required = false) List<Integer> numbers, @RequestParam Optional<Integer> maybe,
			@RequestParam(required = false) BigDecimal amount, @RequestParam(required = false) Duration pause,
			@RequestParam(required = false) Instant since, @RequestParam(required = false) Set<Color> colors,
			@RequestParam(required = false) URI link,
			@RequestHeader(name = "X-Number", required = false) Integer header,
			@CookieValue(required = false) Integer crumbs) {
		return "ok";
	}

	@GetMapping("/required")
	String required(@RequestParam int number) {
		return "ok";
	}

	@PostMapping("/required")
	String posted(@RequestParam int number) {
		return "ok";
	}

	@GetMapping("/path/{number}")
	String path(@PathVariable int number) {
		return "ok";
	}

	@GetMapping("/forgotten")
	String forgotten(@PathVariable String missing) {
		return "ok";
	}

	@GetMapping("/matrix/{path}")
	String matrix(@PathVariable String path, @MatrixVariable int number) {
		return "ok";
	}

	@GetMapping(path = "/conditions", params = "kind=a")
	String conditions() {
		return "ok";
	}

	@GetMapping(path = "/conditions", params = "kind=b")
	String otherConditions() {
		return "ok";
	}

	@GetMapping("/form")
	String query(@ModelAttribute Form form) {
		return "ok";
	}

	@PostMapping("/form")
	String form(@ModelAttribute Form form) {
		return "ok";
	}

	enum Color {

		@JsonProperty("red")
		RED,

		@JsonAlias("verdant")
		GREEN

	}

	enum Size {

		SMALL("S"), LARGE("L");

		private final String letter;

		Size(String letter) {
			this.letter = letter;
		}

		@JsonValue
		String letter() {
			return this.letter;
		}

	}

	record Iban(@JsonValue String value) {

		Iban {
			if (!value.startsWith("DE")) {
				throw new IllegalArgumentException(Markers.SECRET);
			}
		}

	}

	record Span(int from, int to) {

		Span {
			if (from > to) {
				throw new IllegalArgumentException(Markers.SECRET);
			}
		}

	}

	record Required(@JsonProperty(required = true) String id, @Nullable String name) {

	}

	record NotNull(@JsonSetter(nulls = Nulls.FAIL) String id) {

	}

	@JsonIgnoreProperties("internal_id")
	record Person(String first_name, String last_name) {

	}

	static class Bean {

		private int number;

		@JsonProperty
		void setNumber(int number) {
			if (number < 0) {
				throw new IllegalArgumentException(Markers.SECRET);
			}
			this.number = number;
		}

	}

	record Taken(String name) {

		Taken {
			if (name.equals("taken")) {
				throw new ApiException(CommonError.CONFLICT);
			}
		}

	}

	@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "kind")
	@JsonSubTypes({ @JsonSubTypes.Type(value = Cat.class, name = "cat"),
			@JsonSubTypes.Type(value = Dog.class, name = "dog") })
	interface Pet {

	}

	record Cat(@Nullable Integer lives) implements Pet {

	}

	record Dog(@Nullable Boolean good) implements Pet {

	}

	@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, include = JsonTypeInfo.As.EXISTING_PROPERTY, property = "type",
			visible = true)
	@JsonSubTypes({ @JsonSubTypes.Type(value = Car.class, name = "car"),
			@JsonSubTypes.Type(value = Bike.class, name = "bike") })
	interface Vehicle {

	}

	record Car(String type, int wheels) implements Vehicle {

	}

	record Bike(String type, int wheels) implements Vehicle {

	}

	@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, include = JsonTypeInfo.As.WRAPPER_OBJECT)
	@JsonSubTypes({ @JsonSubTypes.Type(value = Saw.class, name = "saw"),
			@JsonSubTypes.Type(value = Hammer.class, name = "hammer") })
	interface Tool {

	}

	record Saw(@Nullable Integer teeth) implements Tool {

	}

	record Hammer(@Nullable Integer weight) implements Tool {

	}

	@JsonTypeInfo(use = JsonTypeInfo.Id.DEDUCTION)
	@JsonSubTypes({ @JsonSubTypes.Type(Circle.class), @JsonSubTypes.Type(Square.class) })
	interface Shape {

	}

	record Circle(@Nullable Integer radius) implements Shape {

	}

	record Square(@Nullable Integer side) implements Shape {

	}

	public static class Stock {

		private Map<Color, Integer> colors = new HashMap<>();

		public Map<Color, Integer> getColors() {
			return this.colors;
		}

		public void setColors(Map<Color, Integer> colors) {
			this.colors = colors;
		}

	}

	record Kennel(List<Dog> dogs) {

	}

	@JacksonAnnotationsInside
	@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, include = JsonTypeInfo.As.EXTERNAL_PROPERTY, property = "species")
	@JsonSubTypes({ @JsonSubTypes.Type(value = Horse.class, name = "horse"),
			@JsonSubTypes.Type(value = Cow.class, name = "cow") })
	@Retention(RetentionPolicy.RUNTIME)
	@interface OfSpecies {

	}

	@JacksonAnnotationsInside
	@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "species")
	@JsonSubTypes(@JsonSubTypes.Type(value = Cow.class, name = "cow"))
	@Retention(RetentionPolicy.RUNTIME)
	@interface Cattle {

	}

	record Passport(@OfSpecies Animal animal) {

	}

	record Farm(@Cattle List<Animal> herd) {

	}

	interface Animal {

	}

	record Horse(@Nullable Integer height) implements Animal {

	}

	record Cow(@Nullable Integer milk) implements Animal {

	}

	record Basket(@Nullable String owner, @Nullable List<Span> spans, @Nullable Map<String, Span> named,
			@Nullable Set<Color> colors) {

	}

	record Chest(@Nullable Map<String, Span> named, @Nullable List<Basket> baskets) {

	}

	record Values(@Nullable Integer number, @Nullable Long big, @Nullable Short small, @Nullable Byte tiny,
			@Nullable BigInteger huge, @Nullable BigDecimal amount, @Nullable Double ratio, @Nullable Boolean flag,
			@Nullable String text, @Nullable UUID id, @Nullable LocalDate day, @Nullable LocalDateTime moment,
			@Nullable Instant instant, @Nullable LocalTime time, @Nullable Duration pause, byte @Nullable [] bytes,
			@Nullable URI link, @Nullable Color color, @Nullable Size size, @Nullable List<Integer> numbers,
			@Nullable Map<String, Integer> stock, @Nullable Map<Color, Integer> colors, @Nullable Iban iban,
			@Nullable Span span, @Nullable List<Span> spans, @Nullable Required required, @Nullable NotNull not_null,
			@Nullable Person person, @Nullable Bean bean, @Nullable Pet pet, @Nullable Object any,
			@Nullable Taken taken) {

	}

	record Form(@Nullable Integer number, @Nullable LocalDate day, @Nullable Color color,
			@Nullable List<Integer> numbers) {

	}

}
