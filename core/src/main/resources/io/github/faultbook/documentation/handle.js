const response = await fetch("@url@/example");
if (!response.ok) {
  const error = await response.json();
  if (@condition@) {
    console.error("@code@", error);
  }
}
